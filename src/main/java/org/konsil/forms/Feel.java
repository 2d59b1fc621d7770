package org.konsil.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.konsil.feel.FeelBounds;

/** The expression language of Camunda's forms, as the engine itself runs it, on the application's clock. */
final class Feel {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final FeelEngineApi engine;

    Feel(Clock clock) {
        FeelBounds.putInForce();
        engine = FeelEngineBuilder.forJava()
                .withClock(() -> ZonedDateTime.now(clock))
                .build();
    }

    /** @throws IllegalArgumentException with the parser's own words if it is no FEEL */
    ParsedExpression parse(String expression) {
        try {
            var parsed = engine.parseExpression(expression);
            if (parsed.isFailure()) {
                throw new IllegalArgumentException(parsed.failure().message());
            }
            return parsed.parsedExpression();
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("nested too deeply", e);
        }
    }

    /** The value, or null where it has none: an expression that fails says nothing, as in Camunda's own viewer. */
    JsonNode evaluate(ParsedExpression expression, Map<String, Object> scope) {
        var result = engine.evaluate(expression, scope);
        return result.isSuccess() ? node(result.result()) : JSON.nullNode();
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case java.time.temporal.Temporal moment -> JSON.getNodeFactory().textNode(moment.toString());
            case java.time.temporal.TemporalAmount amount ->
                JSON.getNodeFactory().textNode(amount.toString());
            default -> JSON.valueToTree(value);
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> scope(JsonNode object) {
        return JSON.convertValue(object, Map.class);
    }

    static JsonNode read(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
