package org.konsil.panel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes into the discussion.
 *
 * @param id chosen by the page that was written on, so that the same page sent twice is one message; null where there was no page
 * @param quote words of the message that is answered; empty for none
 * @param mentions user ids; whoever is not on the panel is passed over
 * @param question for the home clinician
 */
record NewMessage(
        @Nullable UUID id,
        String text,
        @Nullable UUID replyTo,
        String quote,
        List<String> mentions,
        boolean question,
        List<MessageFile> files) {

    public NewMessage {
        mentions = List.copyOf(mentions);
        files = List.copyOf(files);
    }

    static NewMessage of(String text, @Nullable UUID replyTo) {
        return new NewMessage(null, text, replyTo, "", List.of(), false, List.of());
    }
}
