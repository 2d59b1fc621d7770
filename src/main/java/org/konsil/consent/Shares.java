package org.konsil.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something of a case leaves its home provider here. The method asks {@link Sharing} at that moment, or, where it serves its
 * reader, is reached only through a right that rests on consent; a point that shares and does not say so fails the build.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shares {

    /** The scopes that have to hold. */
    Scope[] value();
}
