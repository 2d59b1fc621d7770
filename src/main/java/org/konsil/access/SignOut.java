package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing out: of this browser's session here, or everywhere, which is all sessions here and the provider's as well. */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    /** Where the browser goes on to from the page that says good-bye. */
    static final String ON_TO = SignOut.class.getName() + ".on-to";

    private static final String EVERYWHERE = "everywhere";

    private final Sessions sessions;
    private final ObjectProvider<ClientRegistrationRepository> clients;
    private final SignInSettings settings;
    private final Audit audit;

    SignOut(
            Sessions sessions,
            ObjectProvider<ClientRegistrationRepository> clients,
            SignInSettings settings,
            Audit audit) {
        this.sessions = sessions;
        this.clients = clients;
        this.settings = settings;
        this.audit = audit;
    }

    /** Before the session is forgotten. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        var session = request.getSession(false);
        if (session != null && SessionState.of(session) != null) {
            sessions.end(session, "by-person");
        }
        if (who != null && isEverywhere(request)) {
            sessions.endAllOf(who.getName(), "everywhere");
            audit.recordApart(new Entry(
                    Actor.of(who.getName()),
                    "signed-out",
                    null,
                    null,
                    null,
                    Entry.Outcome.DONE,
                    "everywhere",
                    Map.of()));
        }
    }

    /** A redirect to the provider would be stopped, because forms may be sent to this house only; so the page goes on. */
    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        if (who != null && who.getPrincipal() instanceof OidcUser user && isEverywhere(request)) {
            var there = atProvider(request, user);
            if (there != null) {
                request.getSession().setAttribute(ON_TO, there);
            }
        }
        response.sendRedirect(request.getContextPath() + "/sign-in?out");
    }

    private static boolean isEverywhere(HttpServletRequest request) {
        return request.getParameter(EVERYWHERE) != null;
    }

    /** OpenID Connect RP-Initiated Logout 1.0; null if the provider has no such address. */
    private @Nullable String atProvider(HttpServletRequest request, OidcUser user) {
        var known = clients.getIfAvailable();
        var end = known == null
                ? null
                : known.findByRegistrationId(OpenIdProvider.REGISTRATION)
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint");
        if (end == null) {
            return null;
        }
        var back = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/sign-in")
                .toUriString();
        return UriComponentsBuilder.fromUriString(end.toString())
                .queryParam("id_token_hint", "{token}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(user.getIdToken().getTokenValue(), settings.clientId(), back)
                .toUriString();
    }
}
