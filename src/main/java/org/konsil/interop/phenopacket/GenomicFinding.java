package org.konsil.interop.phenopacket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gene or a variant with what it means for the diagnosis.
 *
 * @param status GA4GH's interpretation status: REJECTED, CANDIDATE, CONTRIBUTORY, CAUSATIVE or UNKNOWN_STATUS
 * @param variant null if only the gene is named
 */
public record GenomicFinding(
        String status, @Nullable Gene gene, @Nullable Variant variant) {

    /**
     * A gene.
     *
     * @param id usually HGNC, for example {@code HGNC:3603}; may be empty
     */
    public record Gene(String id, String symbol) {}

    /**
     * A variant; texts that the packet does not tell are empty.
     *
     * @param hgvs in HGVS nomenclature, for example {@code NM_000138.5:c.1129C>T}
     * @param vcf position and alleles, for example {@code hg38 chr15:48446701 C>T}
     * @param zygosity label of the allelic state: heterozygous, homozygous, hemizygous, ...
     * @param acmg GA4GH's code of the ACMG class: PATHOGENIC, LIKELY_PATHOGENIC, ..., NOT_PROVIDED
     */
    public record Variant(
            String label,
            List<String> hgvs,
            String vcf,
            String structuralType,
            String zygosity,
            String acmg,
            String actionability) {

        public Variant {
            hgvs = List.copyOf(hgvs);
        }
    }
}
