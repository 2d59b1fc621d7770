package org.konsil.interop.phenopacket;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ga4gh.vrsatile.v1.GeneDescriptor;
import org.ga4gh.vrsatile.v1.VariationDescriptor;
import org.jspecify.annotations.Nullable;
import org.phenopackets.schema.v2.core.GenomicInterpretation;
import org.phenopackets.schema.v2.core.VariantInterpretation;

/** Turns genomic interpretations into findings. */
final class GenomicFindings {

    private GenomicFindings() {}

    static Interpretation interpretation(org.phenopackets.schema.v2.core.Interpretation given) {
        return new Interpretation(
                given.getProgressStatus().name(),
                TimeElements.concept(given.getDiagnosis().getDisease()),
                given.getSummary(),
                given.getDiagnosis().getGenomicInterpretationsList().stream()
                        .map(GenomicFindings::finding)
                        .toList());
    }

    private static GenomicFinding finding(GenomicInterpretation given) {
        var status = given.getInterpretationStatus().name();
        return switch (given.getCallCase()) {
            case GENE -> new GenomicFinding(status, gene(given.getGene()), null);
            case VARIANT_INTERPRETATION -> {
                var variant = given.getVariantInterpretation();
                yield new GenomicFinding(
                        status, gene(variant.getVariationDescriptor().getGeneContext()), variant(variant));
            }
            case CALL_NOT_SET -> new GenomicFinding(status, null, null);
        };
    }

    private static GenomicFinding.@Nullable Gene gene(GeneDescriptor given) {
        return given.getValueId().isEmpty() && given.getSymbol().isEmpty()
                ? null
                : new GenomicFinding.Gene(given.getValueId(), given.getSymbol());
    }

    private static GenomicFinding.Variant variant(VariantInterpretation given) {
        var variation = given.getVariationDescriptor();
        return new GenomicFinding.Variant(
                Stream.of(variation.getLabel(), variation.getDescription(), variation.getId())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""),
                variation.getExpressionsList().stream()
                        .filter(expression -> expression.getSyntax().startsWith("hgvs"))
                        .map(expression -> expression.getValue())
                        .toList(),
                vcf(variation),
                TimeElements.given(variation.getStructuralType()).toString(),
                TimeElements.given(variation.getAllelicState()).toString(),
                given.getAcmgPathogenicityClassification().name(),
                given.getTherapeuticActionability().name());
    }

    private static String vcf(VariationDescriptor variation) {
        var vcf = variation.getVcfRecord();
        return variation.hasVcfRecord()
                ? Stream.of(
                                vcf.getGenomeAssembly(),
                                vcf.getChrom() + ":" + Long.toUnsignedString(vcf.getPos()),
                                vcf.getRef() + ">" + vcf.getAlt())
                        .collect(Collectors.joining(" "))
                : "";
    }
}
