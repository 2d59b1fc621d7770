package org.konsil.audit;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** An event log for process mining (IEEE 1849-2016): one trace a case. Entries come ordered by case; those of no case are left out. */
class XesLog implements ExportWriter {

    private final XMLStreamWriter xml;
    private @Nullable CaseId open;

    XesLog(Writer out) throws IOException {
        try {
            this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("log");
            xml.writeAttribute("xes.version", "1849.2016");
            xml.writeDefaultNamespace("http://www.xes-standard.org/");
            extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
            extension("Organizational", "org", "http://www.xes-standard.org/org.xesext");
            extension("Time", "time", "http://www.xes-standard.org/time.xesext");
            extension("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void entry(AuditRow row, Link link) throws IOException {
        var caseId = row.entry().caseId();
        if (caseId == null) {
            return;
        }
        try {
            if (!caseId.equals(open)) {
                closeTrace();
                open = caseId;
                xml.writeStartElement("trace");
                attribute("string", "concept:name", caseId.toString());
            }
            event(row);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void event(AuditRow row) throws XMLStreamException {
        var entry = row.entry();
        xml.writeStartElement("event");
        attribute("string", "concept:name", entry.action());
        attribute("string", "org:resource", entry.actor().userId());
        attribute("date", "time:timestamp", row.at().toString());
        attribute("string", "lifecycle:transition", "complete");
        attribute("string", "outcome", entry.outcome().name());
        if (entry.element() != null) {
            attribute("string", "element", entry.element());
        }
        for (var detail : entry.details().entrySet()) {
            attribute("string", "detail:" + detail.getKey(), detail.getValue());
        }
        xml.writeEndElement();
    }

    @Override
    public void end() throws IOException {
        try {
            closeTrace();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void closeTrace() throws XMLStreamException {
        if (open != null) {
            xml.writeEndElement();
        }
    }

    private void extension(String name, String prefix, String uri) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", uri);
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }
}
