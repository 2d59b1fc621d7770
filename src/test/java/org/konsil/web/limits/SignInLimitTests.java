package org.konsil.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInLimitTests {

    private static final RateLimits LIMITS = new RateLimits(10, 90, 100, 600, 3000, 60, 60, 1200, 200);

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);
    private final SignInLimit limit = new SignInLimit(new Allowances(clock), LIMITS, mock(TooMany.class));

    @Test
    void oneGuessAtEachOfManyAccountsIsNoticedToo() throws Exception {
        for (int at = 0; at < 99; at++) {
            fail("somebody" + at, "203.0.113.7");
        }
        assertThat(isAsked("anybody", "203.0.113.7")).isTrue();
        fail("somebody", "203.0.113.7");
        assertThat(isAsked("anybody", "203.0.113.7")).isFalse();
        assertThat(isAsked("anybody", "203.0.113.8")).isTrue();
    }

    @Test
    void guessesAtOneAccountFromManyAddressesAreNoticedToo() throws Exception {
        for (int at = 0; at < 90; at++) {
            fail("dpo.fi", "203.0.113." + at);
        }
        assertThat(isAsked("DPO.fi ", "203.0.113.200")).isFalse();
        assertThat(isAsked("dpo.se", "203.0.113.200")).isTrue();
    }

    private void fail(String account, String address) {
        var who = new TestingAuthenticationToken(account, "guess");
        who.setDetails(new WebAuthenticationDetails(address, null));
        limit.failed(new AuthenticationFailureBadCredentialsEvent(who, new BadCredentialsException("wrong")));
    }

    private boolean isAsked(String account, String address) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/cases");
        request.setRemoteAddr(address);
        request.addHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString((account + ":right").getBytes("UTF-8")));
        var chain = new MockFilterChain();
        limit.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }
}
