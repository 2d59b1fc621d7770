package org.konsil.engine.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients with access tokens of an issuer: signature by one of its public keys, issuer, audience, begin and end are checked for every
 * call. The keys are asked for when they are first needed, and kept for minutes.
 */
public final class TokenCredentials implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCredentials.class);
    private static final Set<JWSAlgorithm> ALGORITHMS = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash");

    private final TokenRules rules;
    private volatile @Nullable DefaultJWTProcessor<SecurityContext> checks;

    private TokenCredentials(TokenRules rules) {
        this.rules = rules;
    }

    public static Credentials by(TokenRules rules) {
        return new TokenCredentials(rules);
    }

    @Override
    public Optional<Client> authenticate(@Nullable String header) {
        // three parts with dots between them; a secret has none
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7) || header.split("\\.", -1).length != 3)
            return Optional.empty();
        try {
            return client(checks().process(header.substring(7).strip(), null));
        } catch (ParseException | BadJOSEException e) {
            return Optional.empty();
        } catch (JOSEException | MalformedURLException | RuntimeException e) {
            LOG.warn("A token could not be checked: {}", e.toString());
            return Optional.empty();
        }
    }

    private Optional<Client> client(JWTClaimsSet claims) {
        var roles = EnumSet.noneOf(Role.class);
        listed(claims.getClaims(), rules.claim()).forEach(value -> {
            var role = rules.roles().get(value);
            if (role != null) roles.add(role);
        });
        return roles.isEmpty() ? Optional.empty() : Optional.of(new Client(claims.getSubject(), Set.copyOf(roles)));
    }

    private static List<String> listed(Map<?, ?> claims, String path) {
        int dot = path.indexOf('.');
        var found = claims.get(path);
        if (found == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner)
            return listed(inner, path.substring(dot + 1));
        if (found instanceof Collection<?> many)
            return many.stream().map(String::valueOf).toList();
        return found instanceof String words ? List.of(words.split("\\s+", -1)) : List.of();
    }

    private DefaultJWTProcessor<SecurityContext> checks() throws MalformedURLException {
        var known = checks;
        if (known == null) {
            known = new DefaultJWTProcessor<>();
            var keys =
                    JWKSourceBuilder.create(keysOfIssuer()).outageTolerant(true).build();
            known.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
            known.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                    JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
            known.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    Collections.singleton(rules.audience()),
                    new JWTClaimsSet.Builder().issuer(rules.issuer()).build(),
                    Set.of("exp", "sub"),
                    OF_ID_TOKENS));
            checks = known;
        }
        return known;
    }

    private URL keysOfIssuer() throws MalformedURLException {
        return rules.keys().isBlank()
                ? IssuerMetadata.keys(rules.issuer())
                : URI.create(rules.keys()).toURL();
    }
}
