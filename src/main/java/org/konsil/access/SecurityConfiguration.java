package org.konsil.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.konsil.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** How people and programs come in, and what browsers are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder(new BCryptPasswordEncoder(10));
    }

    @Bean
    SignInWays signInWays(SignInSettings settings, Environment environment) {
        return SignInWays.of(settings, environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean
    @Order(1)
    SecurityFilterChain calls(
            HttpSecurity http,
            DoorKeeper doors,
            Denials denials,
            SignInWays ways,
            ObjectProvider<BearerTokens> tokens,
            Sessions sessions,
            Problems problems)
            throws Exception {
        http.securityMatcher("/api/**", "/v2/**", "/v3/**", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::comesFromABrowser))
                .requestCache(cache -> cache.disable());
        if (ways.passwords()) {
            http.httpBasic(
                    basic -> basic.authenticationEntryPoint(denials).securityContextRepository(new PasswordChecked()));
        }
        var bearer = tokens.getIfAvailable();
        if (bearer != null) {
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(denials)
                    .accessDeniedHandler(denials)
                    .jwt(jwt -> jwt.decoder(bearer.decoder()).jwtAuthenticationConverter(bearer)));
        }
        return common(http, doors, sessions, problems)
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(denials).authenticationEntryPoint(denials))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            DoorKeeper doors,
            Denials denials,
            SignInWays ways,
            SignIns signIns,
            SignOut signOut,
            ObjectProvider<PagesOfProvider> provider,
            Sessions sessions,
            Problems problems)
            throws Exception {
        if (ways.passwords()) {
            http.formLogin(form -> form.loginPage("/sign-in")
                    .loginProcessingUrl("/sign-in")
                    .successHandler(signIns)
                    .failureHandler(signIns));
        }
        var pages = provider.getIfAvailable();
        if (pages != null) {
            pages.addTo(http);
        }
        http.csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> request.getRequestURI().equals(request.getContextPath() + ProviderSignOut.PATH)))
                .logout(out ->
                        out.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessHandler(signOut));
        return common(http, doors, sessions, problems)
                .exceptionHandling(handling -> handling.accessDeniedHandler(denials))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, DoorKeeper doors, Sessions sessions, Problems problems)
            throws Exception {
        return http.addFilterAfter(
                        new SessionWatch(sessions, problems, new HttpSessionRequestCache()),
                        SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(doors));
    }

    /**
     * A program that sends its credentials with each call needs no token. A browser adds cookies and remembered credentials on
     * its own, so what it changes needs one. Who brings neither is nobody, and is told to sign in.
     */
    private static boolean comesFromABrowser(HttpServletRequest request) {
        var hasCredentials = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return !READING.contains(request.getMethod())
                && (hasCredentials
                        ? request.getHeader("Sec-Fetch-Site") != null
                        : request.getRequestedSessionId() != null);
    }
}
