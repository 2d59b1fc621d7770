package org.konsil.terminology;

/** An ORPHAcode that another code maps to, and how well it fits. */
public record Mapping(Code orpha, Relation relation) {

    /** Orphanet's relations, the one that fits best first. */
    public enum Relation {
        /** Both mean the same. */
        E,
        /** The ORPHAcode is broader than the code that maps to it. */
        BTNT,
        /** Not decided. */
        ND,
        /** The ORPHAcode is narrower than the code that maps to it. */
        NTBT
    }
}
