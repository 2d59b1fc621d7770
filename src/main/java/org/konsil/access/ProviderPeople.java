package org.konsil.access;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes a person of this house of whoever the provider has signed in. */
@Component
class ProviderPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final ClaimMapping mapping;
    private final Enrolment enrolment;

    ProviderPeople(ClaimMapping mapping, Enrolment enrolment) {
        this.mapping = mapping;
        this.enrolment = enrolment;
    }

    /** @throws ClaimRefused if what the provider says gives no right here, or the account is not active */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var said = claims.loadUser(request);
        var claimed = mapping.map(said.getClaims());
        enrolment.signedIn(claimed);
        return new Known(said, claimed);
    }

    /** Goes by the id that this house knows; keeps the ID token, for signing out, and nothing else that was said. */
    private static class Known extends DefaultOidcUser {

        private static final long serialVersionUID = 1;

        private final String userId;

        Known(OidcUser said, Claimed claimed) {
            super(Authorities.of(claimed.groups()), said.getIdToken());
            this.userId = claimed.userId();
        }

        @Override
        public String getName() {
            return userId;
        }
    }
}
