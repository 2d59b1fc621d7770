package org.konsil.routing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.konsil.rules.Rules;
import org.konsil.terminology.Terminology;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * How many real patients find a network: ranks each GA4GH Phenopacket below the folder {@code konsil.bench.phenopackets}, by its
 * disease alone, by its phenotypes alone, by all it says; with the starter set, and with what lies in {@code konsil.bench.terminology}.
 */
class RoutingBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Rules RULES = Rules.of("classpath*:processes/network-ranking.dmn");

    enum Found {
        FIRST("one first choice"),
        TIE("several first choices"),
        NONE("no reason for any");

        private final String words;

        Found(String words) {
            this.words = words;
        }
    }

    @ComponentScan("org.konsil.terminology")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Dictionary {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void realPatientsFindTheirNetworks() throws IOException {
        var folder = System.getProperty("konsil.bench.phenopackets", "");
        assumeTrue(!folder.isEmpty(), "no folder of Phenopackets was named: -Dkonsil.bench.phenopackets=FOLDER");
        var patients = patients(Path.of(folder));
        System.out.printf(Locale.ROOT, "%n%d Phenopackets%n", patients.size());
        measured("starter set", patients, "");
        var files = System.getProperty("konsil.bench.terminology", "");
        if (!files.isEmpty()) {
            measured("after the import", patients, files);
        }
    }

    private static void measured(String dictionary, List<ObjectNode> patients, String files) {
        var database = "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        var source = files.isEmpty() ? "--konsil.nothing=" : "--konsil.terminology.import=" + files;
        var dictionaryOnly = new SpringApplicationBuilder(Dictionary.class).web(WebApplicationType.NONE);
        try (var context = dictionaryOnly.run(database, source)) {
            var facts = new RoutingFacts(context.getBean(Terminology.class));
            table(dictionary + ", disease alone", facts, patients, patient -> patient.without(List.of("phenotypes")));
            table(
                    dictionary + ", phenotypes and age",
                    facts,
                    patients,
                    patient -> patient.without(List.of("diseases")));
            table(dictionary + ", all", facts, patients, patient -> patient);
        }
    }

    private static void table(
            String what, RoutingFacts facts, List<ObjectNode> patients, UnaryOperator<ObjectNode> seen) {
        var found = new EnumMap<Found, Integer>(Found.class);
        var first = new TreeMap<String, Integer>();
        for (var patient : patients) {
            var decision = RULES.decide("network-ranking", facts.of(seen.apply(patient.deepCopy())));
            var ranking = Ranking.from(decision, Set.of()).suggestions();
            var how = how(ranking);
            found.merge(how, 1, Integer::sum);
            if (how == Found.FIRST) {
                first.merge(ranking.getFirst().network().value(), 1, Integer::sum);
            }
        }
        System.out.printf(Locale.ROOT, "%n%s%n", what);
        found.forEach((how, count) -> System.out.printf(
                Locale.ROOT, "  %-24s %5d  %5.1f %%%n", how.words, count, 100.0 * count / patients.size()));
        System.out.println("  " + first);
    }

    private static Found how(List<Suggestion> ranking) {
        var reasoned = ranking.stream()
                .filter(it -> it.reasons().stream().anyMatch(why -> !why.code().equals("last-resort")))
                .toList();
        if (reasoned.isEmpty()) {
            return Found.NONE;
        }
        var isTied = reasoned.size() > 1
                && reasoned.get(0).weight() - reasoned.get(1).weight() < 0.001;
        return isTied ? Found.TIE : Found.FIRST;
    }

    private static List<ObjectNode> patients(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RoutingBenchmark::patient)
                    .toList();
        }
    }

    /** What the form would say of the patient. */
    private static ObjectNode patient(Path file) {
        try {
            var packet = JSON.readTree(file.toFile());
            var said = JSON.createObjectNode();
            var diseases = said.putArray("diseases");
            packet.path("interpretations")
                    .forEach(it -> diseases.addObject()
                            .put(
                                    "code",
                                    it.path("diagnosis")
                                            .path("disease")
                                            .path("id")
                                            .asText()));
            packet.path("diseases").forEach(it -> {
                if (!it.path("excluded").asBoolean()) {
                    diseases.addObject().put("code", it.path("term").path("id").asText());
                }
            });
            var phenotypes = said.putArray("phenotypes");
            packet.path("phenotypicFeatures")
                    .forEach(it -> phenotypes
                            .addObject()
                            .put("code", it.path("type").path("id").asText())
                            .put("presence", it.path("excluded").asBoolean() ? "absent" : "present"));
            var age = age(packet.path("subject").path("timeAtLastEncounter"));
            if (!age.isEmpty()) {
                said.put("ageYears", Period.parse(age).getYears());
            }
            return said;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No Phenopacket: " + file, e);
        }
    }

    private static String age(JsonNode at) {
        return at.path("age").path("iso8601duration").asText("").replaceAll("T.*", "");
    }
}
