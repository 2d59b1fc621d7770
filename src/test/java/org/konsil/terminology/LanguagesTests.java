package org.konsil.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names in many languages: those that Konsil brings, Orphanet's product 1, HPO's translations. */
@TerminologyTest
class LanguagesTests {

    private static final Code MARFAN = Code.parse("ORPHA:558");

    @Autowired
    Terminology terminology;

    @Autowired
    TerminologyImport imports;

    @Autowired
    StarterSet starter;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            fi, marfanin oire, ORPHA, ORPHA:558, Marfanin oireyhtymä
            fi, ependymooma, HP, '', ''
            sv, blodarsjuka, ORPHA, ORPHA:98878, hemofili A
            no, folling, ORPHA, ORPHA:716, fenylketonuri
            nn, muskelsvakhet, HP, HP:0001324, muskelsvakhet
            da, KNOGLESKORHED, ORPHA, ORPHA:666, osteogenesis imperfecta
            nl, taaislijm, ORPHA, ORPHA:586, cystische fibrose
            de, tuberose skl, ORPHA, ORPHA:805, tuberöse Sklerose
            fr, crise d epilepsie, HP, HP:0001250, crise d’épilepsie
            uk, муковісц, ORPHA, ORPHA:586, муковісцидоз
            uk, мязова слаб, HP, HP:0001324, м'язова слабкість
            uk, М’ЯЗОВА СЛАБ, HP, HP:0001324, м'язова слабкість
            """)
    void eachStarterTermIsFoundAndShownInTheReadersLanguage(
            String language, String typed, String system, String code, String label) {
        var hits = terminology.search(system, typed, 3, Locale.forLanguageTag(language));

        if (code.isEmpty()) {
            assertThat(hits).isEmpty();
        } else {
            assertThat(hits.getFirst().code()).isEqualTo(Code.parse(code));
            assertThat(hits.getFirst().label()).isEqualTo(label);
        }
    }

    @Test
    void everyTermOfTheStarterSetIsNamedInEightMoreLanguages() {
        var terms = starter.entries().stream()
                .filter(entry -> !entry.kind().equals("Category"))
                .map(Entry::code)
                .toList();
        assertThat(starter.translations()).containsOnlyKeys("fi", "sv", "nb", "da", "nl", "de", "fr", "uk");
        assertThat(starter.translations())
                .allSatisfy((language, names) ->
                        assertThat(names.stream().map(Named::code)).containsExactlyInAnyOrderElementsOf(terms));
    }

    @Test
    void aNameInAnotherLanguageThanTheReadersFindsAndSaysInWhich() {
        var hit = terminology
                .search(Code.ORPHA, "taaislijmziekte", 1, Locale.GERMAN)
                .getFirst();

        assertThat(hit)
                .isEqualTo(new Hit(
                        Code.parse("ORPHA:586"),
                        "zystische Fibrose",
                        "de",
                        "taaislijmziekte",
                        "nl",
                        "Cystic fibrosis"));
        assertThat(terminology
                        .search(Code.ORPHA, "taaislijmziekte", 1, Locale.forLanguageTag("el"))
                        .getFirst()
                        .language())
                .isEqualTo("en");
    }

    @Test
    void orphanetsProductOneIsLaidOverTheTermsInEachLanguage() throws IOException {
        write("en_product1.xml", StandardCharsets.ISO_8859_1, product1("ISO-8859-1", "en", "Marfan syndrome", "MFS1"));
        gzip("pl_product1.xml.gz", product1("UTF-8", "pl", "Zespół Marfana", "Choroba Marfana"));
        write("el_product1.xml", StandardCharsets.UTF_8, product1("UTF-8", "el", "Σύνδρομο Marfan", "Νόσος Marfan"));
        write("cs_product6.xml", StandardCharsets.UTF_8, product1("UTF-8", "cs", "Marfanův syndrom", "jiné"));

        assertThat(imports.load(folder)).isEqualTo(6);
        assertThat(imports.load(folder)).isZero();

        assertThat(found("zespol marf", "pl")).isEqualTo("Zespół Marfana");
        assertThat(found("ΝΟΣΟΣ", "el")).isEqualTo("Σύνδρομο Marfan");
        assertThat(found("MFS1", "cs")).isEqualTo("Marfan syndrome");
        assertThat(found("Marfanin", "fi")).isEqualTo("Marfanin oireyhtymä");
        assertThat(terminology.term(MARFAN, Locale.forLanguageTag("pl")).orElseThrow())
                .satisfies(term -> assertThat(term.synonyms()).containsExactly("Choroba Marfana"));
        // what stands nowhere else becomes a term, with its OMIM numbers; what hung on a known one stays
        assertThat(terminology.orphaOf(Code.parse("OMIM:203450"))).contains(Code.parse("ORPHA:58"));
        assertThat(terminology.headsOf(MARFAN)).contains(Code.parse("ORPHA:98023"));
        assertThat(terminology.term(Code.parse("ORPHA:58")).orElseThrow().label())
                .isEqualTo("Alexander disease");
    }

    @Test
    void aFileWithADocumentTypeOrOfAnotherKindIsRefusedAndChangesNothing() throws IOException {
        write(
                "en_product1.xml",
                StandardCharsets.UTF_8,
                "<?xml version=\"1.0\"?><!DOCTYPE JDBOR [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><JDBOR>&x;</JDBOR>");
        assertThatThrownBy(() -> imports.load(folder)).isInstanceOf(IOException.class);

        write("en_product1.xml", StandardCharsets.UTF_8, "<JDBOR><DisorderList/></JDBOR>");
        assertThatThrownBy(() -> imports.load(folder)).isInstanceOf(IOException.class);
        assertThat(found("marfan", "en")).isEqualTo("Marfan syndrome");
    }

    @Test
    void hposTranslationsTakeLabelsAndSynonymsOfficialOnesFirst() throws IOException {
        var columns = "source_language\ttranslation_language\tsubject_id\tsource_value\tpredicate_id"
                + "\ttranslation_value\ttranslation_status\n";
        gzip("hp-es.babelon.tsv.gz", columns + """
            en\tes\tHP:0001250\tSeizure\trdfs:label\tConvulsión\tOFFICIAL
            en\tes\tHP:0001250\tSeizures\toboInOwl:hasExactSynonym\tCrisis convulsiva\tOFFICIAL
            en\tes\tHP:0001250\tA seizure is\tIAO:0000115\tUna convulsión es\tOFFICIAL
            en\tes\tHP:0000003\tMulticystic kidney dysplasia\trdfs:label\tDisplasia renal multiquística\tOFFICIAL
            en\tes\tHP:0001251\tAtaxia\trdfs:label\t\tNOT_TRANSLATED
            """);
        write("hp-de.babelon.tsv", StandardCharsets.UTF_8, columns + """
            en\tde\tHP:0001250\tSeizure\trdfs:label\tAnfall (maschinell)\tCANDIDATE
            en\tde\tHP:0001250\tSeizure\trdfs:label\tZerebraler Anfall\tOFFICIAL
            """);

        assertThat(imports.load(folder)).isEqualTo(3);

        assertThat(terminology.search(Code.HP, "crisis", 1, Locale.of("es")))
                .extracting(Hit::label)
                .containsExactly("Convulsión");
        assertThat(terminology.search(Code.HP, "multiquistica", 1, Locale.ENGLISH))
                .containsExactly(new Hit(
                        Code.parse("HP:0000003"),
                        "Multicystic kidney dysplasia",
                        "en",
                        "Displasia renal multiquística",
                        "es",
                        "Multicystic kidney dysplasia"));
        assertThat(terminology.term(Code.parse("HP:0001250"), Locale.GERMAN).orElseThrow())
                .satisfies(term -> assertThat(term.label()).isEqualTo("Zerebraler Anfall"))
                .satisfies(term -> assertThat(term.synonyms()).isEqualTo(List.of("Anfall (maschinell)")));
    }

    private String found(String typed, String language) {
        return terminology
                .search(Code.ORPHA, typed, 1, Locale.forLanguageTag(language))
                .getFirst()
                .label();
    }

    private void write(String name, Charset encoding, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, encoding);
    }

    private void gzip(String name, String text) throws IOException {
        try (var file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As Orphadata writes it: the names of other disorders in an association are none of this one. */
    private static String product1(String encoding, String language, String label, String synonym) {
        return """
            <?xml version="1.0" encoding="ENCODING"?>
            <JDBOR date="2026-06-01 06:00:00" version="1.3.42" copyright="Orphanet (c) 2026">
              <DisorderList count="2">
                <Disorder id="109">
                  <OrphaCode>558</OrphaCode>
                  <ExpertLink lang="LANG">http://www.orpha.net/558</ExpertLink>
                  <Name lang="LANG">LABEL</Name>
                  <DisorderFlagList count="1"><DisorderFlag id="1"><Label>on-line</Label></DisorderFlag></DisorderFlagList>
                  <SynonymList count="1"><Synonym lang="LANG">SYNONYM</Synonym></SynonymList>
                  <DisorderType id="21394"><Name lang="LANG">Disease</Name></DisorderType>
                  <ExternalReferenceList count="1">
                    <ExternalReference id="3"><Source>ICD-10</Source><Reference>Q87.4</Reference></ExternalReference>
                  </ExternalReferenceList>
                  <DisorderDisorderAssociationList count="1"><DisorderDisorderAssociation>
                    <TargetDisorder id="7"><OrphaCode>284963</OrphaCode><Name lang="LANG">Something else</Name></TargetDisorder>
                  </DisorderDisorderAssociation></DisorderDisorderAssociationList>
                </Disorder>
                <Disorder id="2">
                  <OrphaCode>58</OrphaCode>
                  <Name lang="LANG">Alexander disease</Name>
                  <SynonymList count="0"/>
                  <ExternalReferenceList count="1">
                    <ExternalReference id="4"><Source>OMIM</Source><Reference>203450</Reference>
                      <DisorderMappingRelation id="21527"><Name lang="LANG">E (Exact mapping)</Name></DisorderMappingRelation>
                    </ExternalReference>
                  </ExternalReferenceList>
                </Disorder>
              </DisorderList>
            </JDBOR>
            """.replace("ENCODING", encoding)
                .replace("LANG", language)
                .replace("LABEL", label)
                .replace("SYNONYM", synonym);
    }
}
