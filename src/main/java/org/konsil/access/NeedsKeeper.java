package org.konsil.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the right that a page or call needs, before it runs, for the case that its address names. */
@Configuration(proxyBeanMethods = false)
class NeedsKeeper implements HandlerInterceptor, WebMvcConfigurer {

    /** On a request that was let through to the case: which one. */
    private static final String LET_IN = NeedsKeeper.class.getName();

    private final Access access;
    private final Watches watches;
    private final List<NamesCase> names;

    NeedsKeeper(Access access, Watches watches, List<NamesCase> names) {
        this.access = access;
        this.watches = watches;
        this.names = names;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !Decisions.isOurs(method)
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        var needed = Decisions.of(method).orElseThrow(() -> new AccessDeniedException("Nobody decided who may"));
        if (needed.isOfACase()) {
            letIn(request, needed);
        } else if (needed != Right.ENTER && !access.may(access.current(), needed)) {
            throw new AccessDeniedException(needed.name());
        }
        return true;
    }

    /** A page about a case learns by this when its reader loses the case. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.hasView()
                && request.getAttribute(LET_IN) instanceof CaseId caseId
                && handler instanceof HandlerMethod method
                && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
            Decisions.of(method)
                    .ifPresent(right -> page.addObject("watch", watches.over(access.current(), caseId, right)));
        }
    }

    /** Where the address names something that does not exist, its handler says so. */
    private void letIn(HttpServletRequest request, Right needed) {
        var variables = variables(request);
        var direct = variables.get("caseId");
        if (direct != null) {
            letIn(request, CaseId.of(direct), needed);
            return;
        }
        for (var name : names) {
            var value = variables.get(name.variable());
            if (value != null) {
                try {
                    name.caseOf(value).ifPresent(caseId -> letIn(request, caseId, needed));
                } catch (UnknownCase e) {
                    throw name.unknown(value);
                }
                return;
            }
        }
        throw new AccessDeniedException("The address names no case");
    }

    private void letIn(HttpServletRequest request, CaseId caseId, Right needed) {
        access.require(access.current(), caseId, needed);
        request.setAttribute(LET_IN, caseId);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> map
                ? (Map<String, String>) map
                : Map.of();
    }
}
