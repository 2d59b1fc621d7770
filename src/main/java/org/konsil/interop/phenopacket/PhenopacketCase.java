package org.konsil.interop.phenopacket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.terminology.Code;

/**
 * All that a Phenopacket says of a patient, ready to become a case.
 *
 * @param packetId the sender's id of the packet; may be empty
 * @param measurements one line each, for people
 * @param medicalActions one line each, for people
 * @param files where the sender keeps them; not fetched
 * @param references publications and other sources
 * @param contentHash SHA-256 of the content without what changes when the same content is written again, so that it can be
 *     recognised. It identifies a patient: keep it only keyed or encrypted
 * @param json the whole packet as canonical JSON (RFC 8785)
 */
public record PhenopacketCase(
        String packetId,
        Subject subject,
        List<DiseaseFinding> diseases,
        List<PhenotypeFinding> phenotypes,
        List<Interpretation> interpretations,
        List<String> measurements,
        List<String> medicalActions,
        List<File> files,
        List<Reference> references,
        String contentHash,
        String json) {

    public PhenopacketCase {
        diseases = List.copyOf(diseases);
        phenotypes = List.copyOf(phenotypes);
        interpretations = List.copyOf(interpretations);
        measurements = List.copyOf(measurements);
        medicalActions = List.copyOf(medicalActions);
        files = List.copyOf(files);
        references = List.copyOf(references);
    }

    /** A file that the packet points to. */
    public record File(String uri, String description) {}

    /** A source of the packet, for example {@code PMID:28830446}. */
    public record Reference(String id, String description) {}

    /** The codes of diseases and phenotypic features, excluded ones too: those that the terminology may not know. */
    public Set<Code> codes() {
        var codes = new LinkedHashSet<Code>();
        Stream.concat(
                        diseases.stream().map(DiseaseFinding::term),
                        phenotypes.stream().map(PhenotypeFinding::type))
                .map(Concept::code)
                .forEach(codes::add);
        return codes;
    }

    /** The diseases that the patient has, the packet's own first, then those of interpretations, each once. */
    public List<Concept> presentDiseases() {
        var seen = new LinkedHashSet<Code>();
        var diagnosed = interpretations.stream().flatMap(each -> Stream.ofNullable(each.disease()));
        return Stream.concat(diseases.stream().filter(each -> !each.excluded()).map(DiseaseFinding::term), diagnosed)
                .filter(term -> seen.add(term.code()))
                .toList();
    }
}
