package org.konsil.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;

/** The import with the whole nomenclature, where its files are at hand. */
@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({
    Terminology.class,
    Terms.class,
    TermSearch.class,
    TermLoader.class,
    SourceFiles.class,
    StarterSet.class,
    TerminologySeed.class,
    TerminologyImport.class,
    TerminologyTests.Today.class
})
class OrphanetAndHpoTests {

    private static final Path DATA = Path.of(System.getProperty("konsil.test.data", "../shared/data"));

    @Autowired
    Terminology terminology;

    @Autowired
    TerminologyImport imports;

    @Test
    void theWholeNomenclatureIsLoadedOnceAndSearchable() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("orphapackets")), "the files of Orphanet and HPO are not at hand");

        assertThat(imports.load(DATA.resolve("orphapackets"))).isGreaterThan(9_000);
        assertThat(imports.load(DATA.resolve("hpo"))).isGreaterThan(18_000);
        assertThat(imports.load(DATA.resolve("orphapackets"))).isZero();

        var marfan = terminology.disease(Code.parse("OMIM:154700")).orElseThrow();
        assertThat(marfan.orpha()).contains(new Mapping(Code.parse("ORPHA:558"), Mapping.Relation.BTNT));
        assertThat(marfan.heads()).contains(Code.parse("ORPHA:98023"), Code.parse("ORPHA:98028"));
        assertThat(terminology
                        .search(Code.ORPHA, "marfan syndrome", 10)
                        .getFirst()
                        .code())
                .isEqualTo(Code.parse("ORPHA:558"));
        assertThat(terminology.search(Code.HP, "focal seiz", 10)).isNotEmpty();
        assertThat(terminology.parentsOf(Code.parse("HP:0001250"))).containsExactly(Code.parse("HP:0012638"));
    }
}
