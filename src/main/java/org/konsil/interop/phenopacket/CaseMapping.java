package org.konsil.interop.phenopacket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.Disease;
import org.phenopackets.schema.v2.core.Individual;
import org.phenopackets.schema.v2.core.KaryotypicSex;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.PhenotypicFeature;

/** Turns a packet that conforms into a case. */
final class CaseMapping {

    private CaseMapping() {}

    static PhenopacketCase map(Phenopacket packet, JsonNode json) {
        return new PhenopacketCase(
                packet.getId(),
                subject(packet.getSubject(), json),
                packet.getDiseasesList().stream().map(CaseMapping::disease).toList(),
                packet.getPhenotypicFeaturesList().stream()
                        .map(CaseMapping::phenotype)
                        .toList(),
                packet.getInterpretationsList().stream()
                        .map(GenomicFindings::interpretation)
                        .toList(),
                packet.getMeasurementsList().stream().map(Lines::measurement).toList(),
                packet.getMedicalActionsList().stream().map(Lines::action).toList(),
                packet.getFilesList().stream()
                        .map(file -> new PhenopacketCase.File(
                                file.getUri(), file.getFileAttributesMap().getOrDefault("description", "")))
                        .toList(),
                packet.getMetaData().getExternalReferencesList().stream()
                        .map(source -> new PhenopacketCase.Reference(source.getId(), source.getDescription()))
                        .toList(),
                ContentHash.of(packet),
                ContentHash.canonical(packet));
    }

    private static Subject subject(Individual given, JsonNode json) {
        return new Subject(
                given.getId().strip(),
                given.getAlternateIdsList(),
                sex(given),
                given.getKaryotypicSex() == KaryotypicSex.UNKNOWN_KARYOTYPE
                        ? null
                        : given.getKaryotypicSex().name(),
                TimeElements.concept(given.getGender()),
                birth(new Spot(json, "").field("subject").field("dateOfBirth")),
                TimeElements.when(given.getTimeAtLastEncounter()),
                vitalStatus(given.getVitalStatus()));
    }

    /** The day as the sender wrote it: in UTC a birth at midnight would slip to the day before. */
    private static @Nullable LocalDate birth(Spot spot) {
        return spot.isMissing() ? null : LocalDate.parse(spot.text().substring(0, "0000-00-00".length()));
    }

    private static Subject.Sex sex(Individual given) {
        return switch (given.getSex()) {
            case FEMALE -> Subject.Sex.FEMALE;
            case MALE -> Subject.Sex.MALE;
            case OTHER_SEX -> Subject.Sex.OTHER;
            case UNKNOWN_SEX, UNRECOGNIZED -> Subject.Sex.UNKNOWN;
        };
    }

    private static Subject.VitalStatus vitalStatus(org.phenopackets.schema.v2.core.VitalStatus given) {
        var status =
                switch (given.getStatus()) {
                    case ALIVE -> Subject.Status.ALIVE;
                    case DECEASED -> Subject.Status.DECEASED;
                    case UNKNOWN_STATUS, UNRECOGNIZED -> Subject.Status.UNKNOWN;
                };
        return new Subject.VitalStatus(
                status,
                TimeElements.when(given.getTimeOfDeath()),
                TimeElements.concept(given.getCauseOfDeath()),
                given.getSurvivalTimeInDays() > 0 ? given.getSurvivalTimeInDays() : null);
    }

    private static DiseaseFinding disease(Disease given) {
        return new DiseaseFinding(
                TimeElements.given(given.getTerm()),
                given.getExcluded(),
                TimeElements.when(given.getOnset()),
                TimeElements.when(given.getResolution()),
                concepts(given.getDiseaseStageList()),
                concepts(given.getClinicalTnmFindingList()),
                TimeElements.concept(given.getPrimarySite()),
                TimeElements.concept(given.getLaterality()));
    }

    private static PhenotypeFinding phenotype(PhenotypicFeature given) {
        return new PhenotypeFinding(
                TimeElements.given(given.getType()),
                given.getExcluded(),
                TimeElements.concept(given.getSeverity()),
                concepts(given.getModifiersList()),
                TimeElements.when(given.getOnset()),
                TimeElements.when(given.getResolution()),
                given.getDescription());
    }

    private static List<Concept> concepts(List<OntologyClass> given) {
        return given.stream()
                .flatMap(term -> Stream.ofNullable(TimeElements.concept(term)))
                .toList();
    }
}
