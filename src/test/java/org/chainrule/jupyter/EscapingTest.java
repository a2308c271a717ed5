package org.chainrule.jupyter;

import static org.chainrule.Chainrule.diagram;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainrule.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Names and values that look like HTML are shown as the text they are, wherever they come from and go to. */
class EscapingTest {
    private static final String NASTY = "<script>alert('\"')</script>";

    static Stream<Object> values() {
        Network net = network()
                .inputs(NASTY)
                .layer("</td>" + NASTY)
                .activation(identity())
                .into("</td>" + NASTY, w("\">" + NASTY, 2))
                .loss(halfSquaredError());
        return Stream.of(
                Table.create(NASTY, StringColumn.create(NASTY, List.of(NASTY))),
                StringColumn.create(NASTY, List.of(NASTY)),
                chart(),
                net,
                net.forward(3),
                net.forward(3).deltas(y(1)),
                diagram(net),
                diagram(net.forward(3).deltas(y(1))),
                explain(net.forward(3).deltas(y(1)), "\">" + NASTY));
    }

    private static XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .title("\">" + NASTY)
                .xAxisTitle(NASTY)
                .yAxisTitle(NASTY)
                .build();
        chart.addSeries(NASTY, new double[] {1, 2}, new double[] {3, 4});
        return chart;
    }

    @ParameterizedTest
    @MethodSource("values")
    void isNeverATag(Object value) {
        Map<String, String> bundle = Renderers.render(value).orElseThrow().data();
        bundle.forEach((type, shown) -> assertTrue(type.equals("text/plain") || !hasTag(shown), type + ": " + shown));
        String html = bundle.getOrDefault("text/html", "");
        assertTrue(bundle.containsKey("text/latex") || html.contains("&lt;script&gt;"), html);
    }

    /** Markdown takes a sign behind a backslash as text. */
    private static boolean hasTag(String shown) {
        return shown.replace("\\<", "").contains("<script");
    }
}
