package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.time.TimeShift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** In the demonstration the password is asked for again. */
@HouseTest
class PasswordAgainTests {

    @Autowired
    MockMvc site;

    @Autowired
    StepUp stepUp;

    @Autowired
    TimeShift time;

    @Test
    void anActThatBindsNeedsThePasswordAgainAfterSomeMinutes() throws Exception {
        var session = new MockHttpSession();
        site.perform(post("/sign-in")
                .session(session)
                .param("username", "lead.epicare")
                .param("password", "konsil-demo")
                .with(csrf()));
        assertThat(asked("sign-outcome", session)).isTrue();
        time.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> asked("sign-outcome", session)).isInstanceOf(StrongerSignIn.class);
        assertThat(asked("triage", session)).isFalse();

        site.perform(again(session, "guess")).andExpect(status().isOk());
        assertThatThrownBy(() -> asked("approve-waiver", session)).isInstanceOf(StrongerSignIn.class);
        site.perform(again(session, "konsil-demo")).andExpect(redirectedUrl("/tasks/7"));

        assertThat(asked("approve-waiver", session)).isTrue();
    }

    @Test
    void whoGoesOnGuessingIsPutOut() throws Exception {
        var session = new MockHttpSession();
        site.perform(post("/sign-in")
                .session(session)
                .param("username", "lead.bond")
                .param("password", "konsil-demo")
                .with(csrf()));
        for (int times = 0; times < 4; times++) {
            site.perform(again(session, "guess" + times)).andExpect(status().isOk());
        }

        site.perform(again(session, "guess")).andExpect(redirectedUrl("/sign-in?ended=other"));

        assertThat(session.isInvalid()).isTrue();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder again(
            MockHttpSession session, String password) {
        return post("/sign-in/again")
                .session(session)
                .param("back", "/tasks/7")
                .param("password", password)
                .with(csrf());
    }

    private boolean asked(String form, MockHttpSession session) {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return stepUp.require(form).isPresent();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
