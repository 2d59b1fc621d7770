package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Rows;

/** Which components a person sees with these answers. The value of a hidden one counts as not given, for other conditions too. */
final class Shown {

    private static final int ROUNDS = 6;

    private final Ground ground;
    private final FormAnswers answers;
    private final List<Spot> all;
    private final Map<Path, Scope> scopes = new HashMap<>();
    private Set<String> hidden = Set.of();
    private ObjectNode data;

    Shown(Ground ground, List<Component> components, FormAnswers answers) {
        this.ground = ground;
        this.answers = answers;
        this.all = Spot.all(components, answers.data());
        this.data = answers.data();
        for (var round = 0; round < ROUNDS; round++) {
            var now = hidden();
            if (now.equals(hidden)) {
                break;
            }
            hidden = now;
            data = without(now);
            scopes.clear();
        }
    }

    List<Spot> all() {
        return all;
    }

    List<Spot> spots() {
        return all.stream().filter(spot -> isShown(spot)).toList();
    }

    boolean isShown(Spot spot) {
        return !hidden.contains(spot.mark());
    }

    /** The answers without those to hidden questions. */
    ObjectNode data() {
        return data;
    }

    Scope scope(Path base) {
        return scopes.computeIfAbsent(base, place -> new Scope(ground.feel(), answers.context(), data, place));
    }

    /** Is this place of the data behind something hidden? */
    boolean hides(Path at) {
        return all.stream()
                .anyMatch(spot -> !isShown(spot) && keeps(spot) && (at.equals(spot.at()) || at.isBelow(spot.at())));
    }

    private Set<String> hidden() {
        var now = new HashSet<String>();
        for (var spot : all) {
            var above = spot.parent();
            if (above != null && now.contains(above.mark())
                    || spot.component().frame().hide().holds(scope(spot.base()))) {
                now.add(spot.mark());
            }
        }
        return now;
    }

    private ObjectNode without(Set<String> marks) {
        var rest = answers.data().deepCopy();
        for (var spot : all) {
            if (marks.contains(spot.mark()) && keeps(spot)) {
                spot.at().remove(rest);
            }
        }
        return rest;
    }

    private static boolean keeps(Spot spot) {
        return spot.component() instanceof Field || spot.component() instanceof Rows;
    }

    JsonNode value(Spot spot) {
        return spot.at().in(data);
    }
}
