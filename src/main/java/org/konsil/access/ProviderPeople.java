package org.konsil.access;

import java.util.Optional;
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
    private final Addresses addresses;

    ProviderPeople(ClaimMapping mapping, Enrolment enrolment, Addresses addresses) {
        this.mapping = mapping;
        this.enrolment = enrolment;
        this.addresses = addresses;
    }

    /** @throws ClaimRefused if what the provider says gives no right here, or the account is not active */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var said = claims.loadUser(request);
        var claimed = mapping.map(said.getClaims());
        enrolment.signedIn(claimed);
        addresses.keep(
                claimed.userId(),
                Optional.ofNullable(said.getEmail()).filter(it -> !Boolean.FALSE.equals(said.getEmailVerified())));
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
