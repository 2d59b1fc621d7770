package org.konsil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The provider tells that somebody has signed out there, or was made to: their sessions here end on every node (OpenID Connect
 * Back-Channel Logout 1.0). The call proves itself by the token's signature.
 */
@Needs(Right.ENTER)
@RestController
@ConditionalOnExpression("'${konsil.sign-in.issuer:}' != ''")
class ProviderSignOut {

    static final String PATH = "/sign-out/from-provider";

    private final ClientRegistrationRepository clients;
    private final SignInSettings settings;
    private final SessionLedger ledger;
    private final Audit audit;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();
    private volatile @Nullable JwtDecoder decoder;

    ProviderSignOut(ClientRegistrationRepository clients, SignInSettings settings, SessionLedger ledger, Audit audit) {
        this.clients = clients;
        this.settings = settings;
        this.ledger = ledger;
        this.audit = audit;
    }

    @PostMapping(PATH)
    ResponseEntity<Map<String, String>> end(@RequestParam("logout_token") String logoutToken) {
        try {
            var token = decoder().decode(logoutToken);
            if (used.asMap().putIfAbsent(String.valueOf(token.getId()), true) == null) {
                var count = ledger.endAtProvider(token.getSubject(), token.getClaimAsString("sid"), "at-provider");
                audit.recordApart(new Entry(
                        SignIns.NOBODY,
                        "signed-out",
                        null,
                        null,
                        null,
                        Entry.Outcome.DONE,
                        "at-provider",
                        Map.of("sessions", Integer.toString(count))));
            }
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (BadJwtException e) {
            audit.recordApart(Entry.refused(SignIns.NOBODY, "signed-out", null, "token-not-valid"));
            return ResponseEntity.badRequest()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("error", "invalid_request"));
        }
    }

    private JwtDecoder decoder() {
        var known = decoder;
        if (known == null) {
            known = decoder(clients.findByRegistrationId(OpenIdProvider.REGISTRATION));
            decoder = known;
        }
        return known;
    }

    private JwtDecoder decoder(ClientRegistration provider) {
        var made = NimbusJwtDecoder.withJwkSetUri(provider.getProviderDetails().getJwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.from(settings.idTokenAlgorithm()))
                .validateType(false)
                .build();
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.issuer()),
                new LogoutTokenRules(settings.clientId())));
        return made;
    }
}
