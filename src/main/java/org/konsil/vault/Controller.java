package org.konsil.vault;

/** Who is controller of a datum (GDPR Art. 4(7), 26): each sealed content belongs to exactly one. */
public enum Controller {
    /** The home healthcare provider: its record, the consent, the advice that it received. */
    HOME,
    /** The network's coordinating provider: the panel's copy, opinions, discussion and drafts. */
    NETWORK
}
