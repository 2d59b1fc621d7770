package org.konsil.interop.phenopacket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON as RFC 8259 has it: no field twice, nothing after the end, bounded in size and depth. */
final class JsonText {

    /** A packet of a patient with a whole panel of variants has some 100 kB. */
    static final int MOST_BYTES = 5_000_000;

    private static final int DEEPEST = 90;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonText() {}

    static JsonNode read(byte[] json, Findings findings) {
        if (json.length > MOST_BYTES) {
            throw findings.only("", "too-large", MOST_BYTES);
        }
        try (var parser = MAPPER.getFactory().createParser(json)) {
            return tree(parser, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    private static JsonNode tree(JsonParser parser, Findings findings) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw findings.only("", "not-an-object");
            }
            if (parser.nextToken() != null) {
                throw findings.only("", "not-an-object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw notJson(parser, e, findings);
        }
    }

    /** The pointer to the value at which reading stopped. */
    private static MalformedPhenopacket notJson(JsonParser parser, JsonProcessingException e, Findings findings) {
        var place = e.getLocation();
        return findings.only(
                parser.getParsingContext().pathAsPointer().toString(),
                "not-json",
                String.valueOf(e.getOriginalMessage()),
                place == null ? 0 : place.getLineNr(),
                place == null ? 0 : place.getColumnNr());
    }
}
