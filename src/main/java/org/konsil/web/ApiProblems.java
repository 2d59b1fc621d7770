package org.konsil.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Tells in the API's description how each call says no, so that no call needs to repeat it. */
@Component
class ApiProblems implements GlobalOpenApiCustomizer {

    private static final Map<String, String> MEANINGS = Map.of(
            "400", "What was sent cannot be read",
            "401", "No credentials, or wrong ones",
            "403", "Not for your role",
            "404", "There is none, or none that you may know of",
            "409", "Not possible as things stand now; says what is the case",
            "422", "Read, but wrong: each place by its JSON pointer");

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        api.getPaths()
                .forEach((address, path) -> path.readOperationsMap().forEach((method, call) -> {
                    if (call.getSecurity() == null) {
                        complete(call, address.contains("{"), method == HttpMethod.POST);
                    }
                }));
    }

    private static void complete(Operation call, boolean ofOne, boolean changes) {
        var parameters = Optional.ofNullable(call.getParameters()).orElse(List.of());
        var sends = call.getRequestBody() != null;
        add(call, "401", true);
        add(call, "403", true);
        add(call, "404", ofOne);
        add(call, "409", ofOne && changes);
        add(call, "400", sends);
        add(
                call,
                "422",
                sends || parameters.stream().anyMatch(one -> one.getIn().equals("query")));
    }

    private static void add(Operation call, String status, boolean applies) {
        if (!applies) {
            return;
        }
        var said =
                call.getResponses().computeIfAbsent(status, code -> new ApiResponse().description(MEANINGS.get(code)));
        said.setContent(new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        var field = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer (RFC 6901) to the place"))
                .addProperty("reason", new StringSchema());
        return new ObjectSchema()
                .description("RFC 9457, and what to do")
                .addProperty("type", new StringSchema().example("urn:konsil:problem:task-changed"))
                .addProperty("title", new StringSchema().description("what happened"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("why"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("the type's last part, for programs"))
                .addProperty("do", new StringSchema().description("what to do next"))
                .addProperty("errors", new ArraySchema().items(field))
                .addProperty("reference", new StringSchema().description("finds the entry in the history or the log"));
    }
}
