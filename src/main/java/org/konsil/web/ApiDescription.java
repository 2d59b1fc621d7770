package org.konsil.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        var basic = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("basic")
                .description("In the demonstration only.");
        return new OpenAPI()
                .info(new Info()
                        .title("Konsil")
                        .version("v1")
                        .description(
                                "Rare-disease referrals to European Reference Networks. Errors are problem details (RFC 9457):"
                                        + " what happened, why, what to do, and a reference to the entry in the history.")
                        .license(new License().name("Apache-2.0")))
                .components(
                        new Components().addSecuritySchemes("bearer", bearer).addSecuritySchemes("basic", basic))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .path("/actuator/health", new PathItem().get(health()));
    }

    private static Operation health() {
        return new Operation()
                .addTagsItem("Health")
                .operationId("health")
                .summary("Whether web, database and engine are up")
                .description(
                        "Open to all. /actuator/health/readiness asks web and database only: pages work while the engine"
                                + " is away.")
                .security(List.of())
                .responses(new ApiResponses()
                        .addApiResponse("200", new ApiResponse().description("All are up"))
                        .addApiResponse("503", new ApiResponse().description("One of them is not")));
    }
}
