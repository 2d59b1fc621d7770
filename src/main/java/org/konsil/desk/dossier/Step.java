package org.konsil.desk.dossier;

import java.util.Arrays;
import java.util.List;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Stage;

/** One of the twelve stages as a case stands to it. */
public record Step(Stage stage, Place place) {

    /** Behind, here or ahead. */
    public enum Place {
        DONE,
        HERE,
        AHEAD
    }

    public static List<Step> of(CaseSummary about) {
        var now = about.state().isOver() ? Stage.CLOSE : about.stage();
        return Arrays.stream(Stage.values())
                .map(stage -> new Step(stage, place(stage, now, about.state().isOver())))
                .toList();
    }

    private static Place place(Stage stage, Stage now, boolean isOver) {
        if (stage == now && !isOver) {
            return Place.HERE;
        }
        return stage.compareTo(now) <= 0 ? Place.DONE : Place.AHEAD;
    }
}
