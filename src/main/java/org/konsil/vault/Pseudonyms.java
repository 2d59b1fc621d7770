package org.konsil.vault;

import org.konsil.kernel.CaseId;

/**
 * Names for a patient's case, one for each context in which it is spoken of. Two of them cannot be told to belong together, nor can the
 * case be told from one, without the keys; after the erasure of its controller's content nobody can form them again.
 */
public interface Pseudonyms {

    /** Where a pseudonym is used, and who is controller there. */
    enum Context {
        /** The referral itself: pages, lists, the panel. */
        CASE('C', Controller.HOME),
        /** The network's registry (de-identified data). */
        REGISTRY('R', Controller.NETWORK),
        /** Research. */
        RESEARCH('S', Controller.NETWORK);

        private final char letter;
        private final Controller controller;

        Context(char letter, Controller controller) {
            this.letter = letter;
            this.controller = controller;
        }

        char letter() {
            return letter;
        }

        Controller controller() {
            return controller;
        }
    }

    /**
     * Always the same for a case and context: the context's letter, 60 bits in Crockford's Base32 (no I, L, O, U), and a check character
     * (ISO/IEC 7064, MOD 37-36) that finds a slip of the pen: {@code C-7Q4M-X9RT-B2KD-5}.
     *
     * @throws ContentErased if the controller's content of the case was erased
     */
    String of(CaseId caseId, Context context);

    /** Whether the text can be a pseudonym of that context: form and check character are right. Case and hyphens do not matter. */
    boolean isWellFormed(String text, Context context);
}
