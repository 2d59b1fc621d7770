package org.konsil.interop.phenopacket;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.ga4gh.vrsatile.v1.VariationDescriptor;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.GenomicInterpretation;
import org.phenopackets.schema.v2.core.Interpretation;
import org.phenopackets.schema.v2.core.MetaData;

/**
 * Recognises the same content when it comes again. Left out is what differs each time a program writes the same patient:
 * the packet's and the interpretations' ids, when and by whom it was made, the versions of the ontologies. Kept are the
 * subject's id and the sources: two patients may look alike.
 */
final class ContentHash {

    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().omittingInsignificantWhitespace();

    private ContentHash() {}

    static String of(Phenopacket packet) {
        var content = packet.toBuilder()
                .clearId()
                .setMetaData(MetaData.newBuilder()
                        .addAllExternalReferences(packet.getMetaData().getExternalReferencesList()));
        content.getInterpretationsBuilderList().forEach(ContentHash::withoutIds);
        return sha256(canonical(content.build()));
    }

    /** RFC 8785, after protobuf has brought both spellings of a field and its default value into one form. */
    static String canonical(Phenopacket packet) {
        try {
            return new JsonCanonicalizer(PRINTER.print(packet)).getEncodedString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Every packet that was read can be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("What protobuf writes is JSON", e);
        }
    }

    private static void withoutIds(Interpretation.Builder interpretation) {
        interpretation.clearId();
        if (interpretation.hasDiagnosis()) {
            interpretation.getDiagnosisBuilder().getGenomicInterpretationsBuilderList().stream()
                    .filter(GenomicInterpretation.Builder::hasVariantInterpretation)
                    .map(call -> call.getVariantInterpretationBuilder().getVariationDescriptorBuilder())
                    .filter(ContentHash::isSpelledOut)
                    .forEach(VariationDescriptor.Builder::clearId);
        }
    }

    /** Else the id is all that names the variant. */
    private static boolean isSpelledOut(VariationDescriptor.Builder variant) {
        return variant.getExpressionsCount() > 0
                || variant.hasVcfRecord()
                || variant.hasVariation()
                || !variant.getLabel().isEmpty();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
