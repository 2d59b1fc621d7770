package org.konsil.terminology;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The terms that Konsil brings along: classification heads, well-known rare diseases, common phenotypes. */
@Component
class StarterSet {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    /** The heads of Orphanet's classification and the networks that each suggests. */
    Map<String, List<String>> headNetworks() {
        var networks = new LinkedHashMap<String, List<String>>();
        read("heads.csv").forEach(row -> networks.put(row.get("orpha"), parts(row.get("networks"), " ")));
        return networks;
    }

    List<Entry> entries() {
        var heads = read("heads.csv").stream().map(StarterSet::head);
        var diseases = read("diseases.csv").stream().map(StarterSet::disease);
        var phenotypes = read("phenotypes.csv").stream().map(StarterSet::phenotype);
        // the undiagnosed disorder is a head and a disease: the disease says more
        var orpha = new LinkedHashMap<Code, Entry>();
        Stream.concat(heads, diseases).forEach(entry -> orpha.put(entry.code(), entry));
        return Stream.concat(orpha.values().stream(), phenotypes).toList();
    }

    /** What the diseases and phenotypes of the set are called in other languages, by language. */
    Map<String, List<Named>> translations() {
        var all = new LinkedHashMap<String, List<Named>>();
        for (var row : read("names.csv")) {
            row.toMap().forEach((language, names) -> {
                if (!language.equals("code") && !names.isEmpty()) {
                    all.computeIfAbsent(language, any -> new ArrayList<>())
                            .add(Named.of(Code.parse(row.get("code")), parts(names, ";")));
                }
            });
        }
        return all;
    }

    private static Entry head(CSVRecord row) {
        return new Entry(
                Code.orpha(row.get("orpha")),
                row.get("label"),
                "Category",
                false,
                List.of(),
                Set.of(),
                Map.of(),
                Set.of(row.get("orpha")));
    }

    private static Entry disease(CSVRecord row) {
        var omim = new LinkedHashMap<String, Mapping.Relation>();
        for (var map : parts(row.get("omim"), ";")) {
            var colon = map.indexOf(':');
            omim.put(map.substring(0, colon), Mapping.Relation.valueOf(map.substring(colon + 1)));
        }
        return new Entry(
                Code.orpha(row.get("orpha")),
                row.get("label"),
                "Disease",
                false,
                parts(row.get("synonyms"), ";"),
                Set.of(),
                omim,
                Set.copyOf(parts(row.get("heads"), " ")));
    }

    private static Entry phenotype(CSVRecord row) {
        var above =
                parts(row.get("above"), " ").stream().map(it -> Code.parse(it).value());
        return Entry.of(Code.parse(row.get("hpo")), row.get("label"), parts(row.get("synonyms"), ";"))
                .below(above.collect(Collectors.toSet()));
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<CSVRecord> read(String file) {
        var resource = new ClassPathResource("terminology/" + file);
        try (var text = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("The terminology file " + file + " cannot be read", e);
        }
    }
}
