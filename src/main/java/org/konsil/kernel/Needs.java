package org.konsil.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a page or call needs. Every method that answers requests says one, itself or by its class; what says none is
 * closed to everybody, and fails the build. A right of a case is asked for the case that the address names, as {@code
 * {caseId}} or by a task of it.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Right value();
}
