package org.konsil;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test of programs of its own, in folders and at ports of their own, that mostly waits until they have started or ended. It runs
 * aside, one such class after the other, while all other classes go on in their order; so it must not look at how long something takes
 * to the second, and nothing of it may be looked back on. With {@code -Djunit.jupiter.execution.parallel.enabled=false} it waits for its turn.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Execution(ExecutionMode.CONCURRENT)
public @interface Aside {}
