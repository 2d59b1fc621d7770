package org.konsil.engine.log;

/** What happens when the disk fails: after an I/O error nobody knows what is durable, so the engine must not go on. */
@FunctionalInterface
public interface FailStop {

    /** Called once, on the thread that saw the error; must not return to normal work. */
    void stop(String sentence, Throwable cause);
}
