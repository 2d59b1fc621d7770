package org.konsil.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Which right a method that answers requests has declared. */
final class Decisions {

    private Decisions() {}

    static Optional<Right> of(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        var needs = own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class) : own;
        return Optional.ofNullable(needs).map(Needs::value);
    }

    /** What libraries bring along has a {@link Route} of its own, and so have the pages that tell of errors. */
    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.konsil")
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    /** Whether somebody with these roles could hold the right at all; a right of a case on some case or other. */
    static boolean isConceivable(Right right, Set<String> held) {
        return switch (right) {
            case ENTER, BE_SIGNED_IN -> true;
            case LIST -> Relation.byGrant().anyMatch(relation -> relation.isFor(held));
            default ->
                right.isOfACase()
                        ? Arrays.stream(Relation.values())
                                .anyMatch(relation -> relation.rights().contains(right) && relation.isFor(held))
                        : right.roles().stream().anyMatch(held::contains);
        };
    }
}
