package org.konsil.desk.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Stage;
import org.springframework.context.MessageSource;

/**
 * One of the twelve stages as a case stands to it.
 *
 * @param state done, now or next
 */
public record Step(String name, String state, @Nullable String note) {

    public static List<Step> of(CaseSummary about, MessageSource messages, Locale reader) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Step(
                        String.valueOf(messages.getMessage("desk.stage." + stage, null, reader)),
                        state(stage, about),
                        null))
                .toList();
    }

    private static String state(Stage stage, CaseSummary about) {
        if (about.state().isOver()) {
            return "done";
        }
        var distance = stage.compareTo(about.stage());
        return distance < 0 ? "done" : distance == 0 ? "now" : "next";
    }
}
