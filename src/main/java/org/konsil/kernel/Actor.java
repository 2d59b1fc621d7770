package org.konsil.kernel;

/** Who acts: a signed-in user, or the service itself (a worker, a clock, an import). */
public record Actor(String userId) {

    /** Konsil acting on its own, for example when a job worker executes a step. */
    public static final Actor SYSTEM = new Actor("konsil");

    public static Actor of(String userId) {
        return new Actor(userId);
    }

    public boolean isSystem() {
        return equals(SYSTEM);
    }

    @Override
    public String toString() {
        return userId;
    }
}
