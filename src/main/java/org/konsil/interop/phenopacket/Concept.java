package org.konsil.interop.phenopacket;

import org.konsil.terminology.Code;

/**
 * A term of an ontology as the packet names it.
 *
 * @param id as written, for example {@code OMIM:154700}
 * @param label may be empty
 */
public record Concept(String id, String label) {

    /**
     * The id as a code in its usual spelling; always possible for diseases and phenotypic features.
     *
     * @throws org.konsil.terminology.MalformedCode for what is coded otherwise, such as units
     */
    public Code code() {
        return Code.parse(id);
    }

    @Override
    public String toString() {
        return label.isEmpty() ? id : label;
    }
}
