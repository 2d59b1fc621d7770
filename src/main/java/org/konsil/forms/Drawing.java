package org.konsil.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Group;
import org.konsil.forms.Component.Prose;
import org.konsil.forms.Component.Rows;
import org.konsil.forms.FormView.Part;
import org.konsil.forms.FormView.Say;
import org.konsil.forms.FormView.Slip;
import org.konsil.kernel.Refusal;

/** Turns a form and its answers into what a page shows. */
final class Drawing {

    private final Form form;
    private final Ground ground;
    private final FormAnswers answers;
    private final Shown shown;
    private final Locale reader;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Triggers triggers;

    Drawing(Form form, Ground ground, FormAnswers answers, Shown shown, List<Refusal.Field> wrong, Locale reader) {
        this.form = form;
        this.ground = ground;
        this.answers = answers;
        this.shown = shown;
        this.reader = reader;
        this.triggers = Triggers.of(shown.all());
        wrong.forEach(field -> errors.putIfAbsent(field.pointer(), field.reason()));
    }

    FormView draw(List<Component> components, String title) {
        var parts = draw(components.stream()
                .map(component -> new Spot(component, Path.ROOT, null))
                .toList());
        var slips = new ArrayList<Slip>();
        places.forEach((pointer, id) -> slips.add(new Slip("#" + id, String.valueOf(errors.get(pointer)))));
        errors.forEach((pointer, sentence) -> {
            if (!places.containsKey(pointer)) {
                slips.add(new Slip("", pointer.isEmpty() ? sentence : pointer + ": " + sentence));
            }
        });
        return new FormView(form.id(), title, List.copyOf(slips), triggers.any(), parts);
    }

    private List<Part> draw(List<Spot> spots) {
        return spots.stream().filter(shown::isShown).map(this::draw).toList();
    }

    private Part draw(Spot spot) {
        return switch (spot.component()) {
            case Field field -> field(field, spot);
            case Group group ->
                holder(group.outline() || hasLabel(spot) ? "group" : "plain", spot, "")
                        .holding(draw(spot.children(shown.data())));
            case Rows rows -> rows(rows, spot);
            case Prose prose ->
                holder("prose", spot, Markdown.html(form.said(spot, shown, "text", prose.text(), reader)));
            case Component.Gap gap -> holder(gap.frame().type().equals("separator") ? "line" : "space", spot, "");
        };
    }

    private Part field(Field field, Spot spot) {
        var value = shown.value(spot);
        var scope = shown.scope(spot.base());
        var given = field.input().readonly().holds(scope)
                || field.input().disabled().holds(scope);
        var look = given ? "given" : Looks.of(field, value);
        var marks = Looks.marks(field, spot, value, scope, answers.context());
        var id = look.equals("radio") || look.equals("checks")
                ? spot.at().elementId() + "-0"
                : spot.at().elementId();
        var say = say(spot, form.label(spot, shown, reader), id);
        return new Part(
                look,
                spot.at().elementId(),
                spot.at().name(),
                say,
                given ? Looks.inWords(field, value, marks, ground.sentences(), reader) : Looks.text(value),
                field.input().required() || field instanceof Component.Choice choice && choice.least() > 0,
                triggers.has(spot) && !given,
                field.frame().columns(),
                Looks.attributes(field, value, scope, ground.clock()),
                marks,
                List.of(),
                List.of());
    }

    private Part rows(Rows rows, Spot spot) {
        var all = spot.children(shown.data());
        var drawn = new ArrayList<List<Part>>();
        for (var index = 0; index < shown.value(spot).size(); index++) {
            var base = spot.at().row(index);
            drawn.add(
                    draw(all.stream().filter(child -> child.base().equals(base)).toList()));
        }
        var may = Map.of(
                "add", String.valueOf(rows.growing() && drawn.size() < rows.most()),
                "remove", String.valueOf(rows.growing()));
        return holder("rows", spot, "").holdingRows(List.copyOf(drawn), rows.least() > 0, may);
    }

    private Part holder(String look, Spot spot, String value) {
        var id = spot.at().equals(spot.base())
                ? "c" + spot.base().elementId() + "-"
                        + spot.component().frame().id().replaceAll("[^A-Za-z0-9_-]", "")
                : spot.at().elementId();
        var say = say(
                spot, form.said(spot, shown, "label", spot.component().frame().label(), reader), id);
        return Part.plain(
                look, id, spot.at().name(), say, value, spot.component().frame().columns());
    }

    private boolean hasLabel(Spot spot) {
        return !form.said(spot, shown, "label", spot.component().frame().label(), reader)
                .isBlank();
    }

    private Say say(Spot spot, String label, String id) {
        var pointer = spot.at().pointer();
        var error = spot.component() instanceof Field || spot.component() instanceof Rows ? errors.get(pointer) : null;
        if (error != null) {
            places.put(pointer, id);
        }
        var hint = form.said(spot, shown, "hint", spot.component().frame().hint(), reader);
        return new Say(label, hint, error == null ? "" : error);
    }
}
