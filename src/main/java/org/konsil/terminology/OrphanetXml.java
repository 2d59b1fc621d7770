package org.konsil.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Orphadata's "product 1" (rare diseases with their names and references) in one language, as Orphanet publishes it: XML, whose
 * own declaration tells its encoding. Read as a stream, without document type and entities.
 */
final class OrphanetXml {

    private static final String DISORDER = "/JDBOR/DisorderList/Disorder";
    private static final int DEEPEST = 60;

    private final List<Named> found = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>(List.of(""));
    private String language = "";
    private String number = "";
    private String source = "";
    private String reference = "";
    private String relation = "";
    private final List<String> names = new ArrayList<>();
    private final Map<String, Mapping.Relation> omim = new HashMap<>();

    private OrphanetXml() {}

    /** @throws IOException if it is no XML, or none of this kind */
    static OrphanetXml read(Path file) throws IOException {
        try (var bytes = TableFile.bytes(file)) {
            var one = new OrphanetXml();
            one.read(bytes);
            if (one.found.isEmpty()) {
                throw new IOException("No disorders of Orphanet's product 1 in " + file.getFileName());
            }
            return one;
        } catch (XMLStreamException e) {
            throw new IOException(file.getFileName() + " cannot be read as XML: " + e.getMessage(), e);
        }
    }

    List<Named> names() {
        return found;
    }

    String language() {
        return Language.of(language);
    }

    private void read(InputStream bytes) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = factory.createXMLStreamReader(bytes);
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type is not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    begin(reader);
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(path.removeLast(), text.toString().strip());
                    text.setLength(0);
                }
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        if (path.size() > DEEPEST) {
            throw new XMLStreamException("nested too deeply");
        }
        path.addLast(path.getLast() + "/" + reader.getLocalName());
        var here = path.getLast();
        if (here.equals(DISORDER)) {
            number = "";
            names.clear();
            omim.clear();
        } else if (here.equals(DISORDER + "/Name") && language.isEmpty()) {
            language = String.valueOf(reader.getAttributeValue(null, "lang"));
        }
    }

    private void end(String where, String text) {
        if (!where.startsWith(DISORDER)) {
            return;
        }
        switch (where.substring(DISORDER.length())) {
            case "/OrphaCode", "/OrphaNumber" -> number = text;
            case "/Name" -> names.addFirst(text);
            case "/SynonymList/Synonym" -> names.add(text);
            case "/ExternalReferenceList/ExternalReference/Source" -> source = text;
            case "/ExternalReferenceList/ExternalReference/Reference" -> reference = text;
            case "/ExternalReferenceList/ExternalReference/DisorderMappingRelation/Name" -> relation = text;
            case "/ExternalReferenceList/ExternalReference" -> map();
            case "" -> disorder();
            default -> {}
        }
    }

    private void map() {
        if (source.equals(Code.OMIM) && new Code(Code.OMIM, reference).isWellFormed()) {
            // "BTNT (broader term maps to a narrower term)": only the letters say the same in every language
            omim.merge(
                    reference,
                    OrphanetTable.relation(relation.split("\\W", 2)[0]),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        relation = "";
    }

    private void disorder() {
        var code = Code.orpha(number);
        if (code.isWellFormed() && names.stream().anyMatch(name -> !name.isBlank())) {
            found.add(new Named(code, names, "", omim));
        }
    }
}
