package org.konsil.desk.dossier;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads from a BPMN drawing what its elements are called, in the order of the drawing; flows and gateways are left out. */
final class ElementNames {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private ElementNames() {}

    static Map<String, String> of(String drawing) {
        var names = new LinkedHashMap<String, String>();
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(drawing));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    take(reader, names);
                }
            }
        } catch (XMLStreamException e) {
            return Map.of();
        }
        return names;
    }

    private static void take(XMLStreamReader reader, Map<String, String> names) {
        var id = reader.getAttributeValue(null, "id");
        var name = reader.getAttributeValue(null, "name");
        var kind = reader.getLocalName();
        var isStep =
                kind.endsWith("Task") || kind.endsWith("Event") || kind.equals("task") || kind.equals("callActivity");
        if (BPMN.equals(reader.getNamespaceURI()) && isStep && id != null && name != null && !name.isBlank()) {
            names.put(id, name.strip());
        }
    }
}
