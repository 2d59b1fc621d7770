package org.konsil.kernel;

/** One job of the engine. Keys start again when an engine is purged, so a job is named by case and key together. */
public record JobId(long key) {

    public static JobId of(long key) {
        return new JobId(key);
    }

    @Override
    public String toString() {
        return Long.toString(key);
    }
}
