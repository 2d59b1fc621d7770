package org.konsil.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Component;

/** Signing in at the provider: the authorization code flow. */
@Component
@ConditionalOnExpression("'${konsil.sign-in.issuer:}' != ''")
class PagesOfProvider {

    private final ClientRegistrationRepository clients;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange;
    private final ProviderPeople people;
    private final SignIns signIns;
    private final SignInSettings settings;

    PagesOfProvider(
            ClientRegistrationRepository clients,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
            ProviderPeople people,
            SignIns signIns,
            SignInSettings settings) {
        this.clients = clients;
        this.codeExchange = codeExchange;
        this.people = people;
        this.signIns = signIns;
        this.settings = settings;
    }

    void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(
                        start -> start.authorizationRequestResolver(new AuthorizationRequests(clients, settings)))
                .tokenEndpoint(end -> end.accessTokenResponseClient(codeExchange))
                .userInfoEndpoint(info -> info.oidcUserService(people))
                .successHandler(signIns)
                .failureHandler(signIns)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(signIns);
                        return filter;
                    }
                }));
    }
}
