package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.protocol.rest.ProcessDefinitionStatisticsFilter;
import io.camunda.client.protocol.rest.UserTaskVariableFilter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource
    void whatBelongsToOneThingIsFilteredAsWell(String path, Class<?> filters) throws Exception {
        for (var filter : Contract.filters(filters).entrySet()) {
            for (var value : filter.getValue()) {
                if (filter.getKey().equals("$or")) continue; // has other fields here
                var asked = Map.of("filter", Map.of(filter.getKey(), value));
                var answer = ask(path, asked);
                assertThat(answer.path("items").isArray()
                                || answer.path("status").asInt() == 404)
                        .as("filter %s: %s", asked, answer)
                        .isTrue();
            }
        }
    }

    static Stream<Arguments> whatBelongsToOneThingIsFilteredAsWell() {
        return Stream.of(
                Arguments.of(
                        "/v2/process-definitions/1/statistics/element-instances",
                        ProcessDefinitionStatisticsFilter.class),
                Arguments.of("/v2/user-tasks/1/variables/search", UserTaskVariableFilter.class));
    }

    private static JsonNode ask(Contract search, Map<String, ?> body) throws Exception {
        return ask(search.path, body);
    }

    private static JsonNode ask(String path, Map<String, ?> body) throws Exception {
        var request = HttpRequest.newBuilder(TestEngine.shared().restAddress().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readTree(
                HTTP.send(request.build(), BodyHandlers.ofByteArray()).body());
    }
}
