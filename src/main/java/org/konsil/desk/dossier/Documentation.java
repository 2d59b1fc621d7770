package org.konsil.desk.dossier;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads from a BPMN drawing what it says of its process as a whole. */
final class Documentation {

    private Documentation() {}

    /** Empty if it says nothing. */
    static String of(String drawing) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(drawing));
            var inside = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    if (reader.getLocalName().equals("documentation")) {
                        return inside.equals("process")
                                ? reader.getElementText().strip()
                                : "";
                    }
                    inside = reader.getLocalName();
                }
            }
            return "";
        } catch (XMLStreamException e) {
            return "";
        }
    }
}
