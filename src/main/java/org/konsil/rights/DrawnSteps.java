package org.konsil.rights;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a process drawing says of itself and of the steps that people do. */
record DrawnSteps(String name, String documentation, List<Drawn> steps) {

    /** A human step. {@code roles}: of its candidate groups, or {@code assignee} where one person is named. */
    record Drawn(String name, String form, List<String> roles) {}

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Pattern ROLE = Pattern.compile("\"?([a-z]+):");

    /** A drawing that cannot be read has no steps: what is in force was checked when it was deployed. */
    static DrawnSteps of(byte[] drawing) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Walk(factory.createXMLStreamReader(new ByteArrayInputStream(drawing))).read();
        } catch (XMLStreamException e) {
            return new DrawnSteps("", "", List.of());
        }
    }

    private static final class Walk {

        private final XMLStreamReader xml;
        private final List<Drawn> steps = new ArrayList<>();
        private String name = "";
        private String documentation = "";
        private @Nullable String task;
        private String form = "";
        private List<String> roles = List.of();

        Walk(XMLStreamReader xml) {
            this.xml = xml;
        }

        DrawnSteps read() throws XMLStreamException {
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT && task != null) {
                    end(xml.getLocalName());
                }
            }
            return new DrawnSteps(name, documentation, List.copyOf(steps));
        }

        private void begin(String element) throws XMLStreamException {
            switch (element) {
                case "process" -> name = attribute("name");
                case "documentation" -> {
                    if (task == null && documentation.isEmpty()) {
                        documentation = xml.getElementText().strip();
                    }
                }
                case "userTask" -> {
                    if (!BPMN.equals(xml.getNamespaceURI())) {
                        return; // Camunda's extension of the same name
                    }
                    task = attribute("name");
                    form = "";
                    roles = List.of();
                }
                case "formDefinition" -> form = attribute("formId");
                case "assignmentDefinition" -> roles = roles(attribute("candidateGroups"), attribute("assignee"));
                default -> {
                    // nothing that the record needs
                }
            }
        }

        private void end(String element) {
            if (element.equals("userTask") && task != null && BPMN.equals(xml.getNamespaceURI())) {
                steps.add(new Drawn(task, form, roles));
                task = null;
            }
        }

        private static List<String> roles(String groups, String assignee) {
            var found =
                    ROLE.matcher(groups).results().map(match -> match.group(1)).toList();
            return !found.isEmpty() ? found : List.of(assignee.isEmpty() ? "group-of-the-case" : "named-person");
        }

        private String attribute(String attribute) {
            var value = xml.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }
    }
}
