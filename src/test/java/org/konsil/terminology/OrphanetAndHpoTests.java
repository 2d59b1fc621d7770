package org.konsil.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The import with the whole nomenclature, where its files are at hand. */
@TerminologyTest
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
                        .search(Code.ORPHA, "marfan syndrome", 10, Locale.ENGLISH)
                        .getFirst()
                        .code())
                .isEqualTo(Code.parse("ORPHA:558"));
        assertThat(terminology.search(Code.HP, "focal seiz", 10, Locale.ENGLISH))
                .isNotEmpty();
        assertThat(terminology.parentsOf(Code.parse("HP:0001250"))).containsExactly(Code.parse("HP:0012638"));
    }

    /** HPO in seven languages, 19,000 terms: what somebody types is answered before the next key. */
    @Test
    void theSearchIsFastWithEveryLanguageLoaded() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("hpo/translations")), "the translations of HPO are not at hand");
        imports.load(DATA.resolve("hpo"));
        var typed =
                List.of("an", "ano", "convulsi", "crise d epi", "syndrome", "epileptischer anf", "0001250", "d", "zzz");
        typed.forEach(text -> terminology.search(Code.HP, text, 10, Locale.FRENCH));

        var started = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            typed.forEach(text -> terminology.search(Code.HP, text, 10, Locale.FRENCH));
        }
        var each = (System.nanoTime() - started) / 1e6 / 10 / typed.size();

        System.out.printf(Locale.ROOT, "a search among the names of HPO in all languages: %.2f ms%n", each);
        assertThat(each).isLessThan(20);
        assertThat(terminology.search(Code.HP, "crise d'epil", 1, Locale.ITALIAN))
                .first()
                .satisfies(hit -> assertThat(hit.matchedLanguage()).isEqualTo("fr"));
    }
}
