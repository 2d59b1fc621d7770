package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.HouseTest;
import org.konsil.access.Route;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@HouseTest
@Import(RefusalsTests.Probe.class)
class RefusalsTests {

    static class TooLate extends Refusal {
        TooLate(Kind kind) {
            super(kind, "too-late", "The moment has passed");
        }
    }

    @TestConfiguration
    static class Probe {

        @Bean
        Route probeCalls() {
            return Route.toSignedIn("/api/v1/probe/**");
        }

        @Bean
        Route probePages() {
            return Route.toSignedIn("/probe/**");
        }

        @Bean
        ProbeController probeController() {
            return new ProbeController();
        }
    }

    record Body(@NotBlank String name, int count) {}

    @RestController
    static class ProbeController {

        @Needs(Right.BE_SIGNED_IN)
        @GetMapping({"/api/v1/probe/refuse/{kind}", "/probe/refuse/{kind}"})
        String refuse(@PathVariable Refusal.Kind kind) {
            throw new TooLate(kind);
        }

        @Needs(Right.BE_SIGNED_IN)
        @GetMapping("/api/v1/probe/cases/{caseId}")
        String of(@PathVariable String caseId) {
            return CaseId.of(caseId).toString();
        }

        @Needs(Right.BE_SIGNED_IN)
        @PostMapping("/api/v1/probe")
        Body echo(@RequestBody @Valid Body body) {
            return body;
        }

        @GetMapping("/hidden")
        String hidden() {
            return "nobody reads this";
        }

        @Needs(Right.BE_SIGNED_IN)
        @GetMapping("/api/v1/probe/number")
        int number(@RequestParam int size) {
            return size;
        }

        @Needs(Right.BE_SIGNED_IN)
        @GetMapping({"/api/v1/probe/break", "/probe/break"})
        String broken() {
            throw new IllegalStateException("SELECT secret FROM patient");
        }

        @Needs(Right.BE_SIGNED_IN)
        @GetMapping({"/api/v1/probe/database", "/probe/database"})
        String database() {
            throw new CannotGetJdbcConnectionException("down", new SQLException("no"));
        }
    }

    @Autowired
    MockMvc site;

    @Autowired
    JdbcClient jdbc;

    private static MockHttpServletRequestBuilder call(HttpMethod method, String path) {
        return request(method, path).with(httpBasic("clinician.fi", "konsil-demo"));
    }

    private static MockHttpServletRequestBuilder send(String json) {
        return call(HttpMethod.POST, "/api/v1/probe")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    private static MockHttpServletRequestBuilder open(String page) {
        return get(page).with(user("clinician.fi").roles("CLINICIAN"));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, 404", "FORBIDDEN, 403", "CONFLICT, 409", "INVALID, 422"})
    void aRefusalHasTheStatusOfItsKind(String kind, int status) throws Exception {
        site.perform(call(HttpMethod.GET, "/api/v1/probe/refuse/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:konsil:problem:too-late"))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").value("The moment has passed"))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.do").isNotEmpty())
                .andExpect(jsonPath("$.reference").isNotEmpty());
        site.perform(open("/probe/refuse/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("The moment has passed")));
    }

    @Test
    void aRefusalStandsInTheHistoryWithItsReference() throws Exception {
        var answer = site.perform(call(HttpMethod.GET, "/api/v1/probe/refuse/CONFLICT"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var reference = com.jayway.jsonpath.JsonPath.<String>read(answer, "$.reference");

        assertThat(jdbc.sql("SELECT actor FROM audit_event WHERE outcome = 'REFUSED' AND details LIKE ?")
                        .param("%" + reference + "%")
                        .query(String.class)
                        .single())
                .isEqualTo("clinician.fi");
    }

    @Test
    void jsonThatIsNoneIsToldByLineAndColumn() throws Exception {
        for (var text :
                new String[] {"{\"name\": ", "{\"name\": \"a\", \"name\": \"b\", \"count\": 1}", "{} {}", "\u0000"}) {
            site.perform(send(text)).andExpect(status().is4xxClientError());
        }
        site.perform(send("{\"name\": nonsense}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed-json"))
                .andExpect(jsonPath("$.detail", containsString("line 1")));
        site.perform(send("")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"count\": 1, \"shoes\": 2} | /shoes",
                "{\"name\": \"a\", \"count\": \"many\"} | /count",
                "{\"name\": \" \", \"count\": 1} | /name"
            })
    void whatIsWrongInAnInputIsNamedByPointer(String json, String pointer) throws Exception {
        site.perform(send(json))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].reason").isNotEmpty());
    }

    @Test
    void tenMegabytesOfTextAreTooLarge() throws Exception {
        site.perform(send("{\"name\": \"" + "a".repeat(10_000_000) + "\", \"count\": 1}"))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("too-large"));
    }

    @Test
    void methodTypeAndAddressMustFit() throws Exception {
        site.perform(call(HttpMethod.DELETE, "/api/v1/probe"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("POST")));
        site.perform(send("<a/>").contentType(MediaType.APPLICATION_XML)).andExpect(status().isUnsupportedMediaType());
        site.perform(call(HttpMethod.GET, "/api/v1/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        site.perform(open("/nowhere")).andExpect(status().isNotFound());
        site.perform(call(HttpMethod.GET, "/api/v1/probe/cases/x")).andExpect(status().isNotFound());
        site.perform(call(HttpMethod.GET, "/api/v1/probe/number?size=x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/size"));
        site.perform(call(HttpMethod.GET, "/api/v1/probe/number")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whatBreaksTellsAReferenceAndNothingOfItsInside() throws Exception {
        site.perform(call(HttpMethod.GET, "/api/v1/probe/break"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.reference").isNotEmpty())
                .andExpect(content().string(not(containsString("SELECT"))));
        site.perform(open("/probe/break"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("SELECT"))));
    }

    @Test
    void aSilentDatabaseIsToldAsSuch() throws Exception {
        site.perform(call(HttpMethod.GET, "/api/v1/probe/database"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code").value("database-down"));
        site.perform(open("/probe/database"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("database")));
    }

    @Test
    void theApiDescribesItself() throws Exception {
        site.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Konsil"))
                .andExpect(jsonPath("$.paths['/api/v1/audit/verification']").exists());
    }

    @Test
    void aControllerThatNoRouteNamesIsClosed() throws Exception {
        site.perform(open("/hidden")).andExpect(status().isForbidden());
        site.perform(get("/hidden")).andExpect(status().is3xxRedirection());
    }
}
