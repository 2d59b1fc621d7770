package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.Group;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class SignInTests {

    @Autowired
    MockMvc site;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDemonstrationAccountSignsInAtThePage() throws Exception {
        site.perform(formLogin("/sign-in").user("clinician.fi").password("konsil-demo"))
                .andExpect(redirectedUrl("/"));

        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'signed-in' AND actor = 'clinician.fi'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aWrongPasswordLeadsBackToThePageAndIntoTheHistory() throws Exception {
        site.perform(formLogin("/sign-in").user("clinician.no").password("guess"))
                .andExpect(redirectedUrl("/sign-in?wrong"));

        assertThat(jdbc.sql("SELECT actor FROM audit_event WHERE action = 'sign-in' AND actor = 'clinician.no'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
    }

    @Test
    void aStrangerIsSentToTheSignInPageAndAProgramIsAskedForCredentials() throws Exception {
        site.perform(get("/work")).andExpect(redirectedUrl("http://localhost/sign-in"));
        site.perform(get("/api/v1/cases"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", org.hamcrest.Matchers.startsWith("Basic")))
                .andExpect(jsonPath("$.code").value("not-signed-in"))
                .andExpect(jsonPath("$.do").isNotEmpty());
        site.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("expert7.epicare")));
    }

    @Test
    void aBrowserIsNotAskedForCredentialsThatItWouldSendAlongForGood() throws Exception {
        site.perform(get("/api/v1/cases").header("Sec-Fetch-Mode", "cors"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("WWW-Authenticate"));
    }

    @Test
    void rolesDecideWhichDoorsOpen() throws Exception {
        site.perform(get("/api/v1/cases").with(httpBasic("admin", "konsil-demo")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-role"));
        site.perform(get("/cases").with(httpBasicUser("auditor", "AUDITOR"))).andExpect(status().isForbidden());
        site.perform(get("/actuator/metrics").with(httpBasic("clinician.fi", "konsil-demo")))
                .andExpect(status().isForbidden());
        site.perform(get("/no/such/page").with(httpBasicUser("clinician.fi", "CLINICIAN")))
                .andExpect(status().isNotFound());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor httpBasicUser(
            String name, String role) {
        return user(name).roles(role);
    }

    @Test
    void aChangeFromABrowserNeedsItsToken() throws Exception {
        site.perform(post("/sign-out").with(user("clinician.fi"))).andExpect(status().isForbidden());
        site.perform(post("/sign-out").with(user("clinician.fi")).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?out"));
        site.perform(post("/api/v1/cases")
                        .with(user("clinician.fi").roles("CLINICIAN"))
                        .with(SignInTests::ofASession))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("page-expired"));
    }

    private static MockHttpServletRequest ofASession(MockHttpServletRequest request) {
        request.setRequestedSessionId("that-the-browser-sent-along");
        return request;
    }

    @Test
    void pagesAllowScriptsFromHereOnly() throws Exception {
        site.perform(get("/sign-in"))
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.containsString("script-src 'self';")));
    }

    @Test
    void peopleHoldTheGroupsOfTheirRole() {
        assertThat(access.person("lead.epicare").orElseThrow().groups())
                .containsExactlyInAnyOrder(Group.of("lead:epicare"), Group.of("expert:epicare"));
        assertThat(access.person("clinician.fi").orElseThrow().provider()).isEqualTo("hus");
        assertThat(access.holders(Group.of("expert:epicare"))).hasSize(8);
        assertThat(access.person("nobody")).isEmpty();
    }
}
