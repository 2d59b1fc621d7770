package org.konsil.browser;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages of the program, as it says itself: whatever is opened with an address and drawn from a template. */
final class PageRoutes {

    private PageRoutes() {}

    static Set<String> of(RequestMappingHandlerMapping mapping) {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((how, method) -> {
            if (isOpened(how) && isPage(method)) {
                routes.addAll(how.getPatternValues());
            }
        });
        return routes;
    }

    private static boolean isOpened(RequestMappingInfo how) {
        return how.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static boolean isPage(HandlerMethod method) {
        var isOurs = method.getBeanType().getPackageName().startsWith("org.konsil")
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
        var isContent = Stream.of(method.getMethod(), method.getBeanType())
                .anyMatch(it -> AnnotatedElementUtils.hasAnnotation(it, ResponseBody.class));
        var answer = method.getMethod().getReturnType();
        return isOurs && !isContent && (answer == String.class || answer == ModelAndView.class);
    }
}
