package org.konsil.engine.core;

/** Whether the engine works, and in a sentence why not. */
public record Health(boolean up, String reason) {

    public static Health fine() {
        return new Health(true, "");
    }

    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
