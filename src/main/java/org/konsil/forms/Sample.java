package org.konsil.forms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Rows;

/** A form opened wide, with one row in each list, to see all its fields. */
final class Sample {

    private Sample() {}

    static List<Spot> of(List<Component> components) {
        var data = JsonNodeFactory.instance.objectNode();
        components.forEach(component -> open(new Spot(component, Path.ROOT, null), data));
        return Spot.all(components, data);
    }

    private static void open(Spot spot, ObjectNode data) {
        if (spot.component() instanceof Rows) {
            spot.at().put(data, Start.empty(1));
        }
        spot.children(data).forEach(child -> open(child, data));
    }

    /** @throws BrokenForm if two components keep their value at one place, or one inside the other's */
    static void refuseDoubles(List<Component> components, Cursor source) {
        var known = new HashSet<Path>();
        var holders = new HashSet<Path>();
        for (var spot : of(components)) {
            if (spot.component() instanceof Field || spot.component() instanceof Rows) {
                var at = spot.at();
                if (holders.contains(at) || !known.add(at)) {
                    throw source.broken("double", at.name());
                }
                for (var length = 1; length < at.steps().size(); length++) {
                    holders.add(at.first(length));
                    if (known.contains(at.first(length)) && at.steps().get(length) instanceof String) {
                        throw source.broken("double", at.name());
                    }
                }
            }
        }
    }
}
