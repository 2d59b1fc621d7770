package org.konsil.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same with many tasks: what would become of each, then what became of each, and the way back. */
@Needs(Right.LIST)
@Controller
class BulkPages {

    /** @param problem what the refusal says; null where it is done, or would be */
    record Line(
            long taskKey,
            String name,
            String caseName,
            @Nullable String problem,
            boolean undone) {}

    private final Bulk bulk;
    private final BulkRows acts;
    private final ItemRows items;
    private final ItemDoor door;
    private final WorkRows rows;
    private final Colleagues colleagues;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    BulkPages(
            Bulk bulk,
            BulkRows acts,
            ItemRows items,
            ItemDoor door,
            WorkRows rows,
            Colleagues colleagues,
            Access access,
            MessageSource words,
            Clock clock) {
        this.bulk = bulk;
        this.acts = acts;
        this.items = items;
        this.door = door;
        this.rows = rows;
        this.colleagues = colleagues;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** What would become of each; nothing is done yet. */
    @PostMapping("/work/bulk")
    String preview(
            @RequestParam(defaultValue = "") List<Long> task,
            @RequestParam String deed,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "/work") String back,
            Model page,
            Locale reader) {
        if (task.isEmpty() || task.size() > Bulk.MOST) {
            throw ItemRefused.tooMany(Bulk.MOST);
        }
        var person = access.current();
        var order = new Bulk.Order(Deed.of(deed), value);
        var isSaid = !order.deed().asks() || !value.isBlank();
        page.addAttribute("here", "work");
        page.addAttribute("deed", order.deed());
        page.addAttribute("value", value);
        page.addAttribute("back", home(back));
        page.addAttribute("id", UUID.randomUUID());
        page.addAttribute("isSaid", isSaid);
        page.addAttribute("colleagues", colleagues.andSelf(person));
        page.addAttribute(
                "lines",
                task.stream()
                        .distinct()
                        .map(key -> line(
                                key,
                                isSaid ? said(bulk.wouldRefuse(key, order, person), reader) : null,
                                false,
                                person,
                                reader))
                        .toList());
        return "worklist/bulk";
    }

    @PostMapping("/work/bulk/do")
    String run(
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") List<Long> task,
            @RequestParam String deed,
            @RequestParam(defaultValue = "") String value) {
        bulk.run(id, task, new Bulk.Order(Deed.of(deed), value), access.current());
        return "redirect:/work/bulk/" + id;
    }

    @GetMapping("/work/bulk/{id}")
    String result(@PathVariable UUID id, Model page, Locale reader) {
        var person = access.current();
        var act = acts.find(id, person.userId()).orElseThrow(ItemRefused::nothingToUndo);
        var lines = acts.steps(id).stream()
                .map(step -> line(step.taskKey(), said(step, reader), step.undone(), person, reader))
                .toList();
        page.addAttribute("here", "work");
        page.addAttribute("act", act);
        page.addAttribute("lines", lines);
        page.addAttribute(
                "undoable",
                act.deed().isUndoable()
                        && act.at().plus(Bulk.UNDOABLE).isAfter(clock.instant())
                        && lines.stream().anyMatch(line -> line.problem() == null && !line.undone()));
        return "worklist/bulk-done";
    }

    @PostMapping("/work/bulk/{id}/undo")
    String undo(@PathVariable UUID id) {
        bulk.takeBack(id, access.current());
        return "redirect:/work/bulk/" + id;
    }

    private Line line(long taskKey, @Nullable String problem, boolean undone, Person person, Locale reader) {
        return items.find(taskKey)
                .filter(item -> door.sees(item, person))
                .map(item -> rows.of(item, reader))
                .map(row -> new Line(taskKey, row.item().name(), row.caseName(), problem, undone))
                .orElseGet(() -> new Line(taskKey, Long.toString(taskKey), "", problem, undone));
    }

    private @Nullable String said(@Nullable Refusal refusal, Locale reader) {
        return refusal == null ? null : said(refusal.code(), refusal.arguments().toArray(), reader);
    }

    private @Nullable String said(BulkRows.Step step, Locale reader) {
        return step.refusal() == null
                ? null
                : said(step.refusal(), new Object[] {String.valueOf(step.argument())}, reader);
    }

    private String said(String code, Object[] said, Locale reader) {
        var arguments = Stream.of(said).map(this::named).toArray();
        return words.getMessage("refusal." + code + ".what", arguments, code, reader) + " "
                + words.getMessage("refusal." + code + ".why", arguments, "", reader);
    }

    /** Who is meant, where a refusal names somebody. */
    private Object named(Object argument) {
        return access.person(String.valueOf(argument))
                .<Object>map(Person::displayName)
                .orElse(argument);
    }

    /** Back to a list, and nowhere else. */
    private static String home(String back) {
        return back.matches("/work(/[a-z]+)?(\\?[^\\s\\\\]*)?") ? back : "/work";
    }
}
