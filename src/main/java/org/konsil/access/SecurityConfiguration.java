package org.konsil.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** How people and programs come in, and what browsers are told. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder(new BCryptPasswordEncoder(10));
    }

    @Bean
    @Order(1)
    SecurityFilterChain calls(HttpSecurity http, DoorKeeper doors, Denials denials) throws Exception {
        http.securityMatcher("/api/**", "/v2/**", "/v3/**", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .httpBasic(basic -> basic.authenticationEntryPoint(denials))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::comesFromABrowser))
                .requestCache(cache -> cache.disable());
        return common(http, doors)
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(denials).authenticationEntryPoint(denials))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, DoorKeeper doors, Denials denials, SignIns signIns) throws Exception {
        http.formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(signIns)
                        .failureHandler(signIns))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
        return common(http, doors)
                .exceptionHandling(handling -> handling.accessDeniedHandler(denials))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, DoorKeeper doors) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
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
