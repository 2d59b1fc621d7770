package org.konsil.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something of a case goes to the patient whom it is about. That rests on the patient's own rights (Art. 12-20 GDPR) and on no consent,
 * which may well have been withdrawn.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GivesBack {}
