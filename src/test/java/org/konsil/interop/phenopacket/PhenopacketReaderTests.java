package org.konsil.interop.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.terminology.Code;
import org.springframework.core.io.ClassPathResource;

class PhenopacketReaderTests {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);

    private final PhenopacketReader reader = new PhenopacketReader(CLOCK);
    private String json = "";

    @BeforeEach
    void readFile() throws IOException {
        json = new ClassPathResource("interop/full.json").getContentAsString(StandardCharsets.UTF_8);
    }

    private PhenopacketCase read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSubjectBecomesThePatient() {
        var subject = read(json).subject();

        assertThat(subject.id()).isEqualTo("patient-7");
        assertThat(subject.sex()).isEqualTo(Subject.Sex.MALE);
        assertThat(subject.karyotypicSex()).isEqualTo("XY");
        assertThat(subject.dateOfBirth()).isEqualTo(LocalDate.of(2018, 3, 5));
        assertThat(subject.lastEncounter()).isEqualTo(new When(When.Kind.AGE, "P4Y2M", ""));
        assertThat(new When(When.Kind.AGE, "P4Y6M", "").years()).contains(4.5);
    }

    @Test
    void aRecordedDeathAsksForConfirmation() {
        var vital = read(json).subject().vitalStatus();

        assertThat(vital.needsConfirmation()).isTrue();
        assertThat(vital.timeOfDeath()).isEqualTo(new When(When.Kind.TIMESTAMP, "2024-05-01T00:00:00Z", ""));
        assertThat(vital.survivalDays()).isEqualTo(700);
        assertThat(read("{\"subject\":{\"id\":\"a\"}}").subject().vitalStatus().needsConfirmation())
                .isFalse();
    }

    @Test
    void featuresKeepWhatWasExcludedAndWhenTheyBegan() {
        var features = read(json).phenotypes();

        assertThat(features).hasSize(5);
        assertThat(features)
                .filteredOn(PhenotypeFinding::excluded)
                .singleElement()
                .satisfies(absent -> assertThat(absent.type().code()).isEqualTo(Code.parse("HP:0000252")));
        assertThat(features.getFirst().severity()).hasToString("Severe");
        assertThat(features.getFirst().modifiers()).hasSize(1);
        assertThat(features)
                .extracting(PhenotypeFinding::onset)
                .containsExactly(
                        new When(When.Kind.AGE, "P3M", ""),
                        null,
                        new When(When.Kind.GESTATIONAL_AGE, "30+4", ""),
                        new When(When.Kind.AGE_RANGE, "P1Y/P2Y", ""),
                        new When(When.Kind.ONTOLOGY_CLASS, "HP:0003577", "Congenital onset"));
    }

    @Test
    void diseasesOfAnySystemAreReadInTheirUsualSpelling() {
        var packet = read(json);

        assertThat(packet.diseases().getFirst().term().code()).isEqualTo(Code.parse("ORPHA:33069"));
        assertThat(packet.presentDiseases())
                .extracting(Concept::code)
                .containsExactly(Code.parse("ORPHA:33069"), Code.parse("OMIM:607208"));
        assertThat(packet.codes()).contains(Code.parse("MONDO:0007947"), Code.parse("HP:0001250"));
    }

    @Test
    void interpretationsBringGenesAndVariants() {
        var interpretation = read(json).interpretations().getFirst();

        assertThat(interpretation.progress()).isEqualTo("SOLVED");
        assertThat(interpretation.findings().getFirst())
                .isEqualTo(new GenomicFinding(
                        "CAUSATIVE",
                        new GenomicFinding.Gene("HGNC:10585", "SCN1A"),
                        new GenomicFinding.Variant(
                                "var_random",
                                List.of("NM_001165963.4:c.1A>G"),
                                "hg38 chr2:166073370 A>G",
                                "",
                                "heterozygous",
                                "LIKELY_PATHOGENIC",
                                "ACTIONABLE")));
        assertThat(interpretation.findings().getLast().variant()).isNull();
    }

    @Test
    void measurementsActionsFilesAndSourcesAreNotLost() {
        var packet = read(json);

        assertThat(packet.measurements()).containsExactly("Platelets · 24.5 10*9/L · [150–450] · @ P4Y");
        assertThat(packet.medicalActions()).containsExactly("valproic acid · 300 mg Twice Daily · Unfavorable");
        assertThat(packet.files()).containsExactly(new PhenopacketCase.File("file://genome.vcf.gz", "genome"));
        assertThat(packet.references()).containsExactly(new PhenopacketCase.Reference("PMID:12345", "the paper"));
        assertThat(packet.json()).contains("\"evidenceCode\"").contains("spdi");
    }

    @Test
    void theSameContentWrittenAgainIsRecognised() {
        var again = json.replace("packet-1", "packet-2")
                .replace("2024-06-01T10:00:00Z", "2025-06-01T10:00:00Z")
                .replace("someone", "another")
                .replace("random-1", "random-2")
                .replace("var_random", "var_other")
                .replace("2024-02-08", "2025-02-08")
                .replace("phenotypicFeatures", "phenotypic_features")
                .replace("\"excluded\": true}\n", "\"excluded\": true, \"onset\": null}\n")
                .replace("2018-03-05T00:00:00+01:00", "2018-03-04T23:00:00Z")
                .replace("  ", " ");

        assertThat(read(again).contentHash()).isEqualTo(read(json).contentHash());
    }

    @Test
    void anotherPatientOrAnotherFindingIsOtherContent() {
        var hash = read(json).contentHash();

        assertThat(read(json.replace("patient-7", "patient-8")).contentHash()).isNotEqualTo(hash);
        assertThat(read(json.replace("P3M", "P4M")).contentHash()).isNotEqualTo(hash);
        assertThat(read(json.replace("PMID:12345", "PMID:12346")).contentHash()).isNotEqualTo(hash);
    }

    @Test
    void aPacketMayHoldNothingButASubject() {
        var packet = read("{\"id\":\"x\",\"subject\":{\"id\":\"a\"}}");

        assertThat(packet.subject().sex()).isEqualTo(Subject.Sex.UNKNOWN);
        assertThat(packet.subject().dateOfBirth()).isNull();
        assertThat(packet.subject().lastEncounter()).isNull();
        assertThat(packet.phenotypes()).isEmpty();
    }
}
