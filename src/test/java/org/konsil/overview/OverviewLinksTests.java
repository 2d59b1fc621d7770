package org.konsil.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.casefile.Registration;
import org.konsil.desk.SomeCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Each number of open work leads to a list with exactly that many lines, whoever reads it. */
@HouseTest
@Import(SomeWork.class)
class OverviewLinksTests {

    private static final Pattern NUMBER =
            Pattern.compile("<a href=\"(/(?:work/all|overview/work)[^\"]*)\"[^>]*>(?:<b>)?(\\d+)<");
    private static final Pattern TOTAL = Pattern.compile(">(?:Tasks|Pieces of work): (\\d+)<");
    private static final Pattern LINE = Pattern.compile("<th scope=\"row\"");

    @Autowired
    SomeWork work;

    @Autowired
    MockMvc web;

    @Autowired
    Access access;

    @Autowired
    Registration registration;

    @BeforeEach
    void workOfManyKinds() {
        work.clear();
        put("TRIAGE", "fi", "dispatcher.bond", 2, -1, false);
        put("TRIAGE", "pl", null, 3, 0, false);
        put("TRIAGE", "pl", "clinician.pl", 8, 5, false);
        put("CONVENE", "pl", "clinician.pl", 14, -3, true);
        put("CONVENE", "no", "coordinator.bond", 31, 12, false);
        put("CONVENE", "no", "coordinator.bond", 59, -2, false);
        put("FOLLOW_UP", "pl", null, 61, null, false);
        work.put(UUID.randomUUID(), "ROUTING", "pl", null, Duration.ofDays(1), Duration.ofDays(2), false, null);
    }

    @AfterEach
    void nothingIsLeft() {
        work.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator.bond, COORDINATOR, /overview, 7",
        "coordinator.bond, COORDINATOR, /overview?stage=triage, 3",
        "contact.pl, CONTACT, /overview, ",
        "contact.pl, CONTACT, /overview?stage=convene, ",
        "auditor, AUDITOR, /overview?network=bond, 8",
        "auditor, AUDITOR, /overview?network=bond&stage=follow-up, 1",
        "auditor, AUDITOR, /overview?country=pl, ",
        "auditor, AUDITOR, /overview, "
    })
    void eachNumberIsThatOfTheLinesBehindIt(String userId, String role, String path, @Nullable Long open)
            throws Exception {
        var numbers = numbers(read(userId, role, path).andReturn().getResponse().getContentAsString());

        assertThat(numbers).hasSizeGreaterThan(10);
        if (open != null) {
            assertThat(numbers.values()).first().isEqualTo(open);
        }
        for (var number : numbers.entrySet()) {
            var list = read(userId, role, number.getKey())
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var total = TOTAL.matcher(list);
            assertThat(total.find()).as(number.getKey()).isTrue();
            assertThat(Long.valueOf(total.group(1))).as(number.getKey()).isEqualTo(number.getValue());
            assertThat(LINE.matcher(list).results().count())
                    .as(number.getKey())
                    .isEqualTo(Math.min(number.getValue(), 50));
        }
    }

    @Test
    void aCaseIsNamedToWhoeverMayKnowOfItAndNobodyElse() throws Exception {
        var name = "O-" + UUID.randomUUID();
        var caseId = registration.register(
                SomeCases.onni().put("pseudonym", name),
                access.person("clinician.fi").orElseThrow(),
                null);
        work.put(caseId.value(), "TRIAGE", "fi", null, Duration.ofDays(1), null, false, null);

        read("auditor", "AUDITOR", "/overview/work?network=bond&country=fi")
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(not(containsString("Triage the"))));
        read("contact.fi", "CONTACT", "/overview/work?country=fi&network=bond")
                .andExpect(content().string(containsString("Not named")))
                .andExpect(content().string(not(containsString(name))))
                .andExpect(content().string(not(containsString(caseId.toString()))));
    }

    @Test
    void nobodyReadsTheLinesOfAnothersNetworkCountryOrPeople() throws Exception {
        for (var path : new String[] {
            "/overview/work?country=fi",
            "/overview/work?network=bond",
            "/overview/work?country=fi&network=bond",
            "/overview/work?country=pl&owner=coordinator.bond"
        }) {
            read("contact.pl", "CONTACT", path).andExpect(status().isForbidden());
        }
        for (var path :
                new String[] {"/overview/work", "/overview/work?country=", "/overview/work?country=&network="}) {
            var own = read("contact.pl", "CONTACT", path)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(own).as(path).contains("Poland</td>").doesNotContain("Norway</td>", "Finland</td>");
        }
        read("auditor", "AUDITOR", "/overview/work?network=bond&owner=coordinator.bond")
                .andExpect(status().isForbidden());
        read("clinician.fi", "CLINICIAN", "/overview/work?country=fi").andExpect(status().isForbidden());
        read("contact.pl", "CONTACT", "/overview/work?country=pl&clock=nonsense")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void theLinesGoOnOnTheNextPage() throws Exception {
        for (var more = 0; more < 50; more++) {
            put("TRIAGE", "no", null, 1, more, false);
        }
        var first = read("auditor", "AUDITOR", "/overview/work?network=bond&country=no")
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);

        assertThat(next.find()).isTrue();
        var second = read("auditor", "AUDITOR", next.group(1).replace("&amp;", "&"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(LINE.matcher(first).results().count()).isEqualTo(50);
        assertThat(LINE.matcher(second).results().count()).isEqualTo(2);
        assertThat(second).contains("Pieces of work: 52").doesNotContain("rel=\"next\"");
    }

    private void put(
            String stage, String country, @Nullable String assignee, int age, @Nullable Integer due, boolean stopped) {
        work.put(
                stage,
                country,
                assignee,
                Duration.ofDays(age),
                due == null ? null : Duration.ofDays(due).plusHours(1),
                stopped,
                null);
    }

    private ResultActions read(String userId, String role, String path) throws Exception {
        return web.perform(get(URI.create(path)).with(user(userId).roles(role)));
    }

    private static Map<String, Long> numbers(String page) {
        var numbers = new LinkedHashMap<String, Long>();
        NUMBER.matcher(page)
                .results()
                .forEach(found -> numbers.put(found.group(1).replace("&amp;", "&"), Long.valueOf(found.group(2))));
        return numbers;
    }
}
