package org.konsil.engine.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What people call the elements of a BPMN model, and the form that starts it. */
final class ModelNames {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final Map<String, String> names = new HashMap<>();
    private @Nullable String startForm;

    /** Reads the names out of the XML; what cannot be read has none. */
    static ModelNames of(String xml) {
        var names = new ModelNames();
        try {
            names.read(
                    XML.createXMLStreamReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "UTF-8"));
        } catch (XMLStreamException e) {
            return names;
        }
        return names;
    }

    Optional<String> nameOf(String elementId) {
        return Optional.ofNullable(names.get(elementId));
    }

    /** The name, or the id of what has none: as Camunda shows elements. */
    String titleOf(String elementId) {
        return names.getOrDefault(elementId, elementId);
    }

    Optional<String> startForm() {
        return Optional.ofNullable(startForm);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        boolean inStart = false;
        while (xml.hasNext()) {
            int what = xml.next();
            if (what == XMLStreamConstants.START_ELEMENT) {
                inStart |= xml.getLocalName().equals("startEvent");
                if (inStart && xml.getLocalName().equals("formDefinition")) {
                    startForm = xml.getAttributeValue(null, "formId");
                }
                var id = xml.getAttributeValue(null, "id");
                var name = xml.getAttributeValue(null, "name");
                if (id != null && name != null && !name.isBlank()) {
                    names.put(id, name);
                }
            } else if (what == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("startEvent")) {
                inStart = false;
            }
        }
    }
}
