package org.chainrule.jupyter;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.diagram;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.lossCurve;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chainrule.Examples;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What notebooks, exported pages and screen readers need of every output. */
class RenderersTest {
    private static final Network NET = Examples.worked();
    private static final Forward PASS = NET.forward(1, 2);
    private static final TrainingRun RUN =
            training(NET).sample(x(1, 2), y(3)).optimizer(sgd(0.5)).epochs(1000).run();

    private static final List<Object> VALUES = List.of(
            NET,
            PASS,
            NET.forward(new double[][] {{1, 2}, {3, 4}}),
            PASS.deltas(y(3)),
            descent(adam(0.1), p -> p, 3, 1, -2),
            PASS.deltas(y(3)).update(sgd(0.5)),
            RUN,
            RUN.history(),
            gradientCheck(NET, x(1, 2), y(3)),
            table(NET),
            table(RUN).column("Cf"),
            lossCurve(RUN),
            new PieChartBuilder().title("A pie").build(),
            diagram(NET),
            diagram(PASS),
            diagram(PASS.deltas(y(3))));

    private static final Map<Object, MimeBundle> BUNDLES = new IdentityHashMap<>();

    static Stream<Named<Object>> values() {
        return VALUES.stream().map(value -> Named.of(value.getClass().getSimpleName(), value));
    }

    static Stream<Named<Object>> records() {
        return values().limit(11);
    }

    static Stream<Named<Object>> pictures() {
        return values().skip(11);
    }

    private static MimeBundle bundle(Object value) {
        return BUNDLES.computeIfAbsent(value, one -> Renderers.render(one).orElseThrow());
    }

    private static Document html(Object value) throws Exception {
        String html = "<body>" + bundle(value).data().get(MimeBundle.HTML) + "</body>";
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("values")
    void htmlComesFirstAndPlainTextIsThere(Object value) {
        List<String> types = new ArrayList<>(bundle(value).data().keySet());
        assertEquals(MimeBundle.HTML, types.get(0));
        assertFalse(bundle(value).data().get(MimeBundle.PLAIN).isBlank());
        assertFalse(types.contains("image/svg+xml"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void nothingIsScriptedOrLoadedOrColoured(Object value) throws Exception {
        Document page = html(value);
        assertEquals(List.of(), all(page, "script"));
        assertEquals(List.of(), all(page, "style"));
        assertEquals(List.of(), all(page, "link"));
        for (Element element : all(page, "*")) {
            assertFalse(element.getAttribute("style").contains("color"), element.getAttribute("style"));
            String source = element.getAttribute("src");
            assertTrue(source.isEmpty() || source.startsWith("data:image/png;base64,"), source);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void tablesHaveCaptionsAndScopedHeadings(Object value) throws Exception {
        Document page = html(value);
        List<Element> tables = all(page, "table");
        assertFalse(tables.isEmpty());
        assertEquals(tables.size(), all(page, "caption").size());
        for (Element caption : all(page, "caption")) {
            assertFalse(caption.getTextContent().isBlank());
            assertEquals("table", caption.getParentNode().getNodeName());
        }
        for (Element heading : all(page, "th")) {
            boolean inHead =
                    heading.getParentNode().getParentNode().getNodeName().equals("thead");
            assertEquals(inHead ? "col" : "row", heading.getAttribute("scope"));
            assertFalse(heading.getTextContent().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void numbersAreAlignedRight(Object value) throws Exception {
        for (Element cell : all(html(value), "td")) {
            if (cell.getTextContent().matches("−?[0-9]+[.][0-9]+(e[−0-9]+)?")) {
                assertTrue(cell.getAttribute("style").contains("text-align:right"), cell.getTextContent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordsHaveMarkdownForThePrintedPage(Object value) {
        String markdown = bundle(value).data().get(MimeBundle.MARKDOWN);
        assertTrue(markdown.contains("| "), markdown);
        assertFalse(
                bundle(value).data().containsKey(MimeBundle.PNG), "a picture alone would replace the table in a PDF");
    }

    @ParameterizedTest
    @MethodSource("values")
    void imagesHaveWordsAndTwiceThePixels(Object value) throws Exception {
        for (Element image : all(html(value), "img")) {
            assertTrue(image.getAttribute("alt").length() > 20 || value instanceof PieChart);
            String data = image.getAttribute("src").substring("data:image/png;base64,".length());
            assertEquals(
                    2 * Integer.parseInt(image.getAttribute("width")), png(data).getWidth());
            assertEquals("figure", image.getParentNode().getNodeName());
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void picturesComeAsPngAndAsASentence(Object value) throws Exception {
        MimeBundle bundle = bundle(value);
        BufferedImage image = png(bundle.data().get(MimeBundle.PNG));
        assertFalse(image.getColorModel().hasAlpha(), "the ground is opaque");
        Document page = html(value);
        assertEquals(1, all(page, "figcaption").size());
        assertEquals(
                bundle.data().get(MimeBundle.PLAIN), all(page, "img").get(0).getAttribute("alt"));
    }

    private static BufferedImage png(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    @Test
    void theNoteAboutTheTargetIsThereInWords() throws Exception {
        String note = "target 3.0 lies outside (0, 1), the range of the sigmoid of ON: the loss cannot go below 2.0.";
        for (Object value : List.of(PASS.deltas(y(3)), PASS.deltas(y(3)).update(sgd(0.5)), RUN)) {
            assertTrue(bundle(value).data().get(MimeBundle.HTML).contains("<strong>Note:</strong> " + note));
            assertTrue(bundle(value).data().get(MimeBundle.PLAIN).contains("Note: " + note));
        }
    }

    @Test
    void theNumbersAreOnThePage() {
        assertTrue(bundle(PASS).data().get(MimeBundle.HTML).contains(">0.785835<"));
        assertTrue(bundle(PASS.deltas(y(3))).data().get(MimeBundle.PLAIN).contains("−0.429270"));
        assertTrue(bundle(RUN).data().get(MimeBundle.MARKDOWN).contains("2.511032"));
    }

    @Test
    void anExplanationIsAFormulaFirst() {
        var explanation = explain(PASS.deltas(y(3)), "w3");
        MimeBundle bundle = bundle(explanation);
        assertEquals(
                List.of(MimeBundle.LATEX, MimeBundle.PLAIN),
                List.copyOf(bundle.data().keySet()));
        assertEquals(explanation.toLatex(), bundle.data().get(MimeBundle.LATEX));
        assertTrue(bundle.data().get(MimeBundle.PLAIN).endsWith("= −0.043347"));
    }

    @Test
    void anOptimizerThatRemembersShowsItsBooks() {
        var step = PASS.deltas(y(3)).update(adam(0.1));
        assertTrue(bundle(step).data().get(MimeBundle.PLAIN).contains("effective rate"));
        assertTrue(bundle(step.ledger()).data().get(MimeBundle.HTML).contains(">m̂</th>"));
    }

    @Test
    void otherValuesAreLeftToTheKernel() {
        assertEquals(Optional.empty(), Renderers.render(42));
        assertEquals(Optional.empty(), Renderers.render(null));
    }

    @Test
    void nothingGoesToStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            VALUES.forEach(Renderers::render);
        } finally {
            System.setErr(before);
        }
        assertEquals("", written.toString(StandardCharsets.UTF_8));
    }
}
