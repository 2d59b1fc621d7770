package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.TestEngine;

/** Every search takes whatever the contract lets clients ask. */
class SearchContractTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void sortsByEveryFieldBothWays(Contract search) throws Exception {
        for (var field : search.sortFields()) {
            for (var order : List.of("ASC", "desc")) {
                var sort = Map.of("sort", List.of(Map.of("field", field, "order", order)));
                assertThat(ask(search, sort).path("items").isArray())
                        .as("sort %s", sort)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByEveryFieldWithEveryOperator(Contract search) throws Exception {
        for (var filter : search.filters().entrySet()) {
            for (var value : filter.getValue()) {
                var asked = Map.of("filter", Map.of(filter.getKey(), value));
                assertThat(ask(search, asked).path("items").isArray())
                        .as("filter %s", asked)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesValuesThatAreNotInTheList(Contract search) throws Exception {
        for (var field : search.choices()) {
            var problem = ask(search, Map.of("filter", Map.of(field, "NO_SUCH")));
            assertThat(problem.path("status").asInt()).as(field).isEqualTo(400);
            assertThat(problem.path("detail").asText())
                    .startsWith("Unexpected value 'NO_SUCH' for enum field '" + field + "'. Use any of the following");
        }
        var sorted = ask(search, Map.of("sort", List.of(Map.of("field", "colour"))));
        assertThat(sorted.path("detail").asText())
                .isEqualTo("Unexpected value 'colour' for enum field 'field'. Use any of the following values: "
                        + search.sortFields());
    }

    private static JsonNode ask(Contract search, Map<String, ?> body) throws Exception {
        var request = HttpRequest.newBuilder(TestEngine.shared().restAddress().resolve(search.path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readTree(
                HTTP.send(request.build(), BodyHandlers.ofByteArray()).body());
    }
}
