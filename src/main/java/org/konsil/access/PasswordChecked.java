package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Marks the request whose own password was checked, and not only the session that it came with. */
class PasswordChecked implements SecurityContextRepository {

    private final RequestAttributeSecurityContextRepository request = new RequestAttributeSecurityContextRepository();

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return request.loadContext(holder);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest of) {
        return request.loadDeferredContext(of);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest of, HttpServletResponse response) {
        of.setAttribute(RequestStepUp.PASSWORD_CHECKED, true);
        request.saveContext(context, of, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest of) {
        return request.containsContext(of);
    }
}
