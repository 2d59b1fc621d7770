package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.TestEngine;

/** Every operator of every filter finds what it says, held against the answer without any filter. */
class SearchMeaningTests extends AmongLives {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void everyOperatorFindsWhatItSays(Contract search) throws Exception {
        var all = items(search, Map.of());
        assertThat(all).as("things to find").hasSizeGreaterThan(1);
        int compared = 0;
        for (var filter : search.filters().entrySet()) {
            var name = filter.getKey();
            var values = all.stream()
                    .map(it -> it.path(name))
                    .filter(JsonNode::isValueNode)
                    .distinct()
                    .toList();
            if (values.isEmpty()) continue;
            var value = values.get(values.size() / 2);
            for (var asked : filter.getValue()) {
                if (asked instanceof List<?>) continue;
                var wanted = Meaning.of(asked, value);
                var found = items(search, Map.of("filter", Map.of(name, wanted)));
                var expected = all.stream()
                        .filter(it -> Meaning.holds(wanted, it.path(name)))
                        .toList();
                assertThat(found).as("%s %s", name, wanted).containsExactlyInAnyOrderElementsOf(expected);
                compared++;
            }
        }
        assertThat(compared).as("comparisons").isGreaterThan(4);
    }

    @ParameterizedTest
    @EnumSource
    void everySortSorts(Contract search) throws Exception {
        for (var field : search.sortFields()) {
            var up = values(items(search, Map.of("sort", List.of(Map.of("field", field, "order", "ASC")))), field);
            var down = values(items(search, Map.of("sort", List.of(Map.of("field", field, "order", "DESC")))), field);
            assertThat(up).as("by %s", field).isSortedAccordingTo(Meaning::compare);
            assertThat(down).as("by %s", field).isSortedAccordingTo((a, b) -> Meaning.compare(b, a));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cursorsAndOffsetsShowTheSamePages(Contract search) throws Exception {
        var all = items(search, Map.of());
        var page = ask(search, Map.of("page", Map.of("limit", 2)));
        var walked = new ArrayList<>(items(page));
        while (!page.path("items").isEmpty()) {
            assertThat(page.path("page").path("totalItems").asInt()).isEqualTo(all.size());
            assertThat(page.path("page").path("hasMoreTotalItems").asBoolean(true))
                    .isFalse();
            var after = page.path("page").path("endCursor").asText();
            page = ask(search, Map.of("page", Map.of("limit", 2, "after", after)));
            walked.addAll(items(page));
        }
        assertThat(walked).isEqualTo(all);
        assertThat(page.path("page").has("endCursor")).isFalse();
        assertThat(items(search, Map.of("page", Map.of("from", 1, "limit", 1)))).containsExactly(all.get(1));
        assertThat(items(search, Map.of("page", Map.of("from", -1, "limit", 0))))
                .isEmpty();
    }

    private static List<JsonNode> values(List<JsonNode> items, String field) {
        return items.stream()
                .map(it -> it.path(field))
                .filter(JsonNode::isValueNode)
                .toList();
    }

    private static List<JsonNode> items(Contract search, Map<String, ?> body) throws Exception {
        return items(ask(search, body));
    }

    private static List<JsonNode> items(JsonNode answer) {
        var items = new ArrayList<JsonNode>();
        answer.path("items").forEach(items::add);
        return items;
    }

    private static JsonNode ask(Contract search, Map<String, ?> body) throws Exception {
        var request = HttpRequest.newBuilder(TestEngine.shared().restAddress().resolve(search.path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
