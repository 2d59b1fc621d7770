package org.konsil.access;

import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Access tokens of people and machines: signature by the issuer's keys, issuer, audience, begin and end, by the world's clock, as
 * they were made by it. What they say of roles is understood as at a sign-in.
 */
@Component
@ConditionalOnExpression("'${konsil.sign-in.issuer:}${konsil.sign-in.tokens.issuer:}' != ''")
class BearerTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private final SignInSettings settings;
    private final ClaimMapping mapping;
    private final Enrolment enrolment;

    BearerTokens(SignInSettings settings, ClaimMapping mapping, Enrolment enrolment) {
        this.settings = settings;
        this.mapping = mapping;
        this.enrolment = enrolment;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var claimed = mapping.map(token.getClaims());
        enrolment.called(claimed);
        return new JwtAuthenticationToken(token, Authorities.of(claimed.groups()), claimed.userId());
    }

    /** Asks the issuer for its keys when the first token comes; that it does not answer is no fault of the token's. */
    JwtDecoder decoder() {
        var decoder = new SupplierJwtDecoder(this::decoderOfIssuer);
        return token -> answered(() -> decoder.decode(token));
    }

    private static Jwt answered(Supplier<Jwt> decoding) {
        try {
            return decoding.get();
        } catch (BadJwtException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProviderAway(e);
        }
    }

    private JwtDecoder decoderOfIssuer() {
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.tokenIssuer())
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.tokenIssuer()),
                new AccessTokenRules(settings.tokens().audience())));
        return decoder;
    }
}
