package org.konsil.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and programs sign in.
 *
 * @param issuer of the OpenID provider, whose metadata lie below it; empty: there is none
 * @param clientId by which the provider knows this installation
 * @param clientSecret empty for a public client
 * @param clientAuthentication how the secret is shown: client_secret_basic, client_secret_post or client_secret_jwt
 * @param scopes asked for
 * @param parameters further ones of the authorization request, as a provider may want them
 * @param idTokenAlgorithm with which the provider signs ID tokens and logout tokens
 * @param idle after how long without a request a session ends
 * @param absolute after how long it ends anyway
 */
@ConfigurationProperties("konsil.sign-in")
record SignInSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("konsil") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("client_secret_basic") String clientAuthentication,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue Map<String, String> parameters,
        @DefaultValue("RS256") String idTokenAlgorithm,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue Claims claims,
        @DefaultValue Tokens tokens,
        @DefaultValue Machines machines,
        @DefaultValue StepUps stepUp) {

    /**
     * Where the provider says who somebody is. A path may lead into nested claims: {@code realm_access.roles}.
     *
     * @param user the id that stands in the history, never reassigned
     * @param groups where roles are listed
     * @param pattern which of the listed values are meant for Konsil; others are left alone
     * @param group what a value that fits becomes: {@code role:scope}, or a role whose scope is the organisation or country
     * @param map values that are spelt quite differently, each with its group
     * @param organisation the provider's id in the directory
     * @param country ISO 3166-1 alpha-2
     * @param organisations organisations that are spelt differently, each with its id in the directory
     */
    record Claims(
            @DefaultValue("sub") String user,
            @DefaultValue("name") String name,
            @DefaultValue("groups") String groups,
            @DefaultValue("(.+)") String pattern,
            @DefaultValue("$1") String group,
            @DefaultValue Map<String, String> map,
            @DefaultValue("organisation") String organisation,
            @DefaultValue("country") String country,
            @DefaultValue Map<String, String> organisations) {}

    /**
     * Bearer tokens for the API.
     *
     * @param issuer of the access tokens; empty: the provider's
     * @param audience that they must be meant for
     */
    record Tokens(
            @DefaultValue("") String issuer,
            @DefaultValue("konsil-api") String audience) {}

    /**
     * Programs that have tokens of their own, by client credentials. A token is a machine's if the claim holds the prefix and
     * the id of the client that got it ({@code azp} or {@code client_id}).
     *
     * @param roles that machines may hold; everything else is for people
     */
    record Machines(
            @DefaultValue("sub") String claim,
            @DefaultValue("") String prefix,

            @DefaultValue({"engine-client", "owner", "auditor", "admin"})
            Set<String> roles) {}

    /**
     * Acts that need a stronger and fresher sign-in than reading does.
     *
     * @param forms whose completion is such an act
     * @param acrValues of which one must hold; empty: any
     * @param amrValues methods of which one must have been used; empty: any
     * @param maxAge how long ago the person may have proved who they are
     */
    record StepUps(
            @DefaultValue({"sign-outcome", "exhaustion-waiver", "approve-waiver"})
            Set<String> forms,

            @DefaultValue List<String> acrValues,
            @DefaultValue List<String> amrValues,
            @DefaultValue("5m") Duration maxAge) {}

    boolean hasProvider() {
        return !issuer.isBlank();
    }

    String tokenIssuer() {
        return tokens.issuer().isBlank() ? issuer : tokens.issuer();
    }

    boolean takesTokens() {
        return !tokenIssuer().isBlank();
    }
}
