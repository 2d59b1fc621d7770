package org.konsil.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The rows of the decision tables in a DMN file, which the evaluator's own model does not show: ids and annotations. */
final class DmnTables {

    private DmnTables() {}

    static Map<String, List<DmnFile.Row>> read(byte[] dmn) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(dmn));
            var tables = new LinkedHashMap<String, List<DmnFile.Row>>();
            for (var decision : children(document.getDocumentElement(), "decision")) {
                for (var table : children(decision, "decisionTable")) {
                    var rows =
                            children(table, "rule").stream().map(DmnTables::row).toList();
                    tables.put(decision.getAttribute("id"), rows);
                }
            }
            return tables;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The DMN file is no well-formed XML: " + e.getMessage(), e);
        }
    }

    private static DmnFile.Row row(Element rule) {
        var annotations = new ArrayList<String>();
        children(rule, "description").forEach(text -> annotations.add(text.getTextContent()));
        children(rule, "annotationEntry").forEach(text -> annotations.add(text.getTextContent()));
        return new DmnFile.Row(
                rule.getAttribute("id"), String.join(" ", annotations).strip());
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
