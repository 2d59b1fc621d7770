package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Group;
import org.konsil.forms.Component.Rows;

/** A component at one place of the data: in a list's rows the same component stands several times. */
record Spot(Component component, Path base, @Nullable Spot parent) {

    Path at() {
        return switch (component) {
            case Field field -> base.then(field.input().key());
            case Group group -> base.then(group.path());
            case Rows rows -> base.then(rows.path());
            default -> base;
        };
    }

    /** Unlike the record's own equality cheap to compare. */
    String mark() {
        return base.pointer() + "#" + component.frame().id();
    }

    List<Spot> children(JsonNode data) {
        var all = new ArrayList<Spot>();
        if (component instanceof Group group) {
            group.components().forEach(inner -> all.add(new Spot(inner, at(), this)));
        } else if (component instanceof Rows rows) {
            var count = Math.min(at().in(data).size(), SchemaReader.MOST_ROWS);
            for (var index = 0; index < count; index++) {
                for (var inner : rows.components()) {
                    all.add(new Spot(inner, at().row(index), this));
                }
            }
        }
        return all;
    }

    /** All places in the order of reading, those in groups and rows included. */
    static List<Spot> all(List<Component> components, JsonNode data) {
        var all = new ArrayList<Spot>();
        components.forEach(component -> new Spot(component, Path.ROOT, null).collect(data, all));
        return all;
    }

    private void collect(JsonNode data, List<Spot> into) {
        into.add(this);
        children(data).forEach(child -> child.collect(data, into));
    }
}
