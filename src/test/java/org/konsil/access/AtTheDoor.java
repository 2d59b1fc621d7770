package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands behind the door, and ends the visit of those who only try whether they are let in. */
@TestConfiguration(proxyBeanMethods = false)
class AtTheDoor implements HandlerInterceptor, WebMvcConfigurer {

    static final String ONLY_TO = "X-Only-To";
    static final String LET_IN = "X-Let-In";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MAX_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(ONLY_TO) == null) {
            return true;
        }
        response.setHeader(LET_IN, "yes");
        return false;
    }

    @Bean
    StoredTask storedTask(JdbcClient jdbc) {
        return new StoredTask(jdbc);
    }
}
