package org.chainrule.kernel.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes a whole POM of what people paste into a cell: a {@code <project>}, or only the elements that matter. */
final class PomCell {
    /** What Maven insists on and a cell need not say. */
    private static final Map<String, String> REQUIRED = Map.of(
            "modelVersion", "4.0.0", "groupId", "notebook", "artifactId", "cell", "version", "1", "packaging", "pom");

    /** Elements that stand alone in a cell but belong into a list in a POM. */
    private static final Map<String, String> LIST_OF =
            Map.of("dependency", "dependencies", "repository", "repositories");

    private PomCell() {}

    /**
     * The POM of a cell.
     *
     * @param cell a whole POM, or any of its elements, also bare {@code <dependency>} and {@code <repository>}
     * @return a POM that Maven can read
     * @throws IllegalArgumentException if {@code cell} is not XML
     */
    static String toPom(String cell) {
        try {
            Document document = parse(cell);
            Element project = project(document);
            children(project).forEach(child -> moveIntoList(project, child));
            REQUIRED.forEach((name, value) -> addIfMissing(project, name, value));
            return write(project);
        } catch (SAXException e) {
            throw new IllegalArgumentException("loadFromPOM got a cell that is not XML: " + e.getMessage()
                    + " Paste <dependency> elements or a POM.");
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(String cell) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler()); // the default one writes to stderr
        String withoutDeclaration = cell.strip().replaceFirst("^<\\?xml.*?\\?>", "");
        return builder.parse(new InputSource(new StringReader("<project>" + withoutDeclaration + "</project>")));
    }

    private static Element project(Document document) {
        return children(document.getDocumentElement()).stream()
                .filter(child -> child.getTagName().equals("project"))
                .findFirst()
                .orElse(document.getDocumentElement());
    }

    private static void moveIntoList(Element project, Element child) {
        String list = LIST_OF.get(child.getTagName());
        if (list != null) {
            child(project, list).appendChild(child);
        }
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseGet(() -> append(parent, name));
    }

    private static void addIfMissing(Element project, String name, String value) {
        boolean inherited =
                children(project).stream().anyMatch(c -> c.getTagName().equals("parent"))
                        && (name.equals("groupId") || name.equals("version"));
        Element element = inherited ? null : child(project, name);
        if (element != null && element.getTextContent().isBlank()) {
            element.setTextContent(value);
        }
    }

    private static Element append(Element parent, String name) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElement(name));
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String write(Element project) throws TransformerException {
        StringWriter xml = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(project), new StreamResult(xml));
        return xml.toString();
    }
}
