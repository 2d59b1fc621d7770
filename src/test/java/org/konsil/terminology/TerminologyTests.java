package org.konsil.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.kernel.NetworkId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TerminologyTest
class TerminologyTests {

    @Autowired
    Terminology terminology;

    @Autowired
    TerminologyImport imports;

    @Autowired
    TerminologySeed seed;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private static final Code MARFAN = Code.parse("ORPHA:558");

    @Test
    void theStarterSetHoldsWellKnownDiseasesAndPhenotypes() {
        var marfan = terminology.disease(MARFAN).orElseThrow();

        assertThat(marfan.label()).isEqualTo("Marfan syndrome");
        assertThat(marfan.synonyms()).containsExactly("MFS");
        assertThat(marfan.heads()).contains(Code.parse("ORPHA:98023"));
        assertThat(terminology.phenotype("HP:0001250").orElseThrow().label()).isEqualTo("Seizure");
        assertThat(terminology.parentsOf(Code.parse("HP:0002069"))).containsExactly(Code.parse("HP:0001250"));
        assertThat(terminology.phenotype("HP:9999999")).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM terminology_term")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(200);
    }

    @Test
    void theOmimNumberLeadsToTheOrphacodeAndItsHeads() {
        assertThat(terminology.orphaOf(Code.parse("OMIM:154700"))).contains(MARFAN);
        assertThat(terminology.mapsOf(Code.parse("OMIM:154700")))
                .containsExactly(new Mapping(MARFAN, Mapping.Relation.BTNT));
        assertThat(terminology.headsOf(Code.parse("OMIM:607208")))
                .contains(Code.parse("ORPHA:98006"), Code.parse("ORPHA:101998"));
        assertThat(terminology.orphaOf(Code.parse("OMIM:999999"))).isEmpty();
    }

    @Test
    void everyNetworkIsSuggestedByAHead() {
        assertThat(terminology.networksOf(Code.parse("ORPHA:98006")))
                .containsExactly(NetworkId.of("epicare"), NetworkId.of("euro-nmd"), NetworkId.of("rnd"));
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT network_id) FROM terminology_head_network")
                        .query(Integer.class)
                        .single())
                .isEqualTo(24);
    }

    @Test
    void unknownButWellFormedIsToldApartFromKnown() {
        assertThat(terminology.known(MARFAN)).isTrue();
        assertThat(terminology.known(Code.parse("OMIM:154700"))).isTrue();
        assertThat(terminology.known(Code.parse("ORPHA:424242"))).isFalse();
        assertThat(terminology.known(Code.parse("MONDO:0007947"))).isFalse();
        assertThat(terminology.isWellFormed(Code.parse("MONDO:0007947"))).isTrue();
    }

    @Test
    void theSearchFindsBeginningsOfWordsSynonymsAndNumbers() {
        assertThat(terminology.search(Code.ORPHA, "marf", 5, Locale.ENGLISH))
                .first()
                .satisfies(hit -> assertThat(hit.code()).isEqualTo(MARFAN));
        assertThat(terminology.search(Code.ORPHA, "de vivo", 5, Locale.ENGLISH)).hasSize(1);
        assertThat(terminology
                        .search(Code.ORPHA, "558", 5, Locale.ENGLISH)
                        .getFirst()
                        .code())
                .isEqualTo(MARFAN);
        assertThat(terminology
                        .search(Code.ORPHA, "ORPHA:558", 5, Locale.ENGLISH)
                        .getFirst()
                        .code())
                .isEqualTo(MARFAN);
        assertThat(terminology.search(Code.ORPHA, "behcet", 5, Locale.ENGLISH)).hasSize(1);
        assertThat(terminology.search(Code.HP, "seizure", 3, Locale.ENGLISH))
                .hasSize(3)
                .first()
                .satisfies(hit -> assertThat(hit.label()).isEqualTo("Seizure"));
        assertThat(terminology.search(Code.HP, "absence typical of nothing", 3, Locale.ENGLISH))
                .isEmpty();
        assertThat(terminology.search(Code.HP, "%_'; --", 3, Locale.ENGLISH)).isEmpty();
        assertThat(terminology.search(Code.HP, "", 3, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void anImportReplacesItsSystemAndKeepsTheRestOfTheStarterSet() throws IOException {
        write("orpha.tsv", """
            orphacode\tlabel\ttype\tparents\tchildren\tomim\tsynonyms
            320716x\tno code\tDisease\t\t\t\t
            98023\tRare systemic disease\tCategory\t320716\t\t\t
            77777\tA group\tClinical group\t98023\t\t\t
            558\tMarfan syndrome (imported)\tDisease\t77777|999\t\t154700:E|12:E|610168:NTBT|610168:E\tMFS|Marfan's
            """);
        write("terms.tsv", """
            id\tlabel\tparents\tobsolete
            HP:0001250\tSeizure\tHP:0012638\t0
            HP:0000057\tobsolete Clitoromegaly\t\t1
            """);
        write("phenotype.hpoa", """
            #description: made for a test
            #DatabaseID\tDiseaseName\tQualifier\tHPO_ID
            OMIM:154700\tMarfan syndrome\t\tHP:0001166
            OMIM:154700\tMarfan syndrome\t\tHP:0001083
            ORPHA:558\tMarfan syndrome\t\tHP:0001083
            """);
        write("notes.txt", "something else");
        write("other.tsv", "a\tb\n1\t2\n");

        assertThat(imports.load(folder)).isEqualTo(3 + 2 + 1);

        var marfan = terminology.disease(MARFAN).orElseThrow();
        assertThat(marfan.label()).isEqualTo("Marfan syndrome (imported)");
        assertThat(marfan.heads()).containsExactly(Code.parse("ORPHA:98023"));
        assertThat(terminology.mapsOf(Code.parse("OMIM:610168")).getFirst().relation())
                .isEqualTo(Mapping.Relation.E);
        assertThat(terminology.parentsOf(Code.parse("HP:0001250"))).containsExactly(Code.parse("HP:0012638"));
        assertThat(terminology.phenotype("HP:0000057").orElseThrow().obsolete()).isTrue();
        assertThat(terminology.search(Code.HP, "Clitoromegaly", 5, Locale.ENGLISH))
                .isEmpty();
        assertThat(terminology.disease(Code.parse("OMIM:154700")).orElseThrow().heads())
                .containsExactly(Code.parse("ORPHA:98023"));
        assertThat(terminology.disease(Code.parse("ORPHA:33069"))).isPresent();
    }

    @Test
    void theSameFilesAreNotLoadedTwiceAndAnotherStartChangesNothing() throws IOException {
        write("terms.tsv", "id\tlabel\tparents\tobsolete\nHP:0001250\tFit\t\t0\n");

        assertThat(imports.load(folder)).isEqualTo(1);
        assertThat(imports.load(folder)).isZero();
        seed.sow();
        assertThat(terminology.phenotype("HP:0001250").orElseThrow().label()).isEqualTo("Fit");

        write("terms.tsv", "id\tlabel\tparents\tobsolete\nHP:0001250\tSeizure\t\t0\n");
        assertThat(imports.load(folder)).isEqualTo(1);
        assertThat(terminology.phenotype("HP:0001250").orElseThrow().label()).isEqualTo("Seizure");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
