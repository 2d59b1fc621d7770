package org.konsil.process;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Looks at drawings and rules before anything builds a tree of them: no document type (so no entity, inside or outside), no nesting
 * that a stack could not bear, no size that the engine's log could not take. Reads as a stream and keeps nothing.
 */
final class SoundXml {

    /** As the embedded engine has it, so that what is refused there is refused here, whichever engine answers. */
    static final int LARGEST = 1_500_000;

    private static final int DEEPEST = 100;
    private static final int MOST_ATTRIBUTES = 200;

    private SoundXml() {}

    /** The code of the fault, the last part of {@code process.fault.<code>}; empty if there is none of these. */
    static Optional<String> fault(byte[] xml) {
        if (xml.length > LARGEST) {
            return Optional.of("too-large");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            for (int depth = 0; reader.hasNext(); ) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> {
                        return Optional.of("document-type");
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                            return Optional.of("nested-too-deeply");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            // Java's own limits speak first on newer versions; else it is no well-formed XML, and who reads it as a
            // model says where
            return String.valueOf(e.getMessage()).contains("JAXP0001")
                    ? Optional.of("nested-too-deeply")
                    : Optional.empty();
        }
    }
}
