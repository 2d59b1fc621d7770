package org.konsil.worklist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.Group;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.vault.ContentErased;
import org.konsil.web.Problems;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Lays a task out on its page. */
@Component
class TaskView {

    /** What somebody has typed into a task's form. */
    record Typed(WorkItem item, Form form, FormAnswers answers) {}

    private final FormDesk desk;
    private final ItemDoor door;
    private final WorkRows rows;
    private final CaseFiles cases;
    private final Access access;
    private final Problems problems;
    private final ClockStories clocks;
    private final TaskMargin margin;

    TaskView(
            FormDesk desk,
            ItemDoor door,
            WorkRows rows,
            CaseFiles cases,
            Access access,
            Problems problems,
            ClockStories clocks,
            TaskMargin margin) {
        this.desk = desk;
        this.door = door;
        this.rows = rows;
        this.cases = cases;
        this.access = access;
        this.problems = problems;
        this.clocks = clocks;
        this.margin = margin;
    }

    Typed read(WorkItem item, MultiValueMap<String, String> posted, Person person) {
        var form = desk.form(item);
        return new Typed(item, form, form.bind(posted, desk.context(item, person)));
    }

    boolean isWorkable(WorkItem item, Person person) {
        return item.isOpen() && door.isHandy(item, person);
    }

    ModelAndView form(
            WorkItem item, Form form, FormAnswers answers, List<Refusal.Field> wrong, Person person, Locale reader) {
        var page = page(item, reader);
        page.addObject("story", story(item, person));
        page.addObject("form", form.view(answers, wrong, reader));
        page.addObject("workable", isWorkable(item, person));
        page.addObject("mine", item.isFor(person.userId()));
        page.addObject("others", others(item, person));
        margin.of(item, person, page);
        return page;
    }

    String besides(WorkItem item, Person person) {
        return margin.besides(item, person);
    }

    /** Without its form: it is in other hands, done, or needed no longer. */
    ModelAndView closed(WorkItem item, Person person, Locale reader) {
        var page = page(item, reader).addObject("workable", false).addObject("mine", false);
        margin.leftOver(item, person, page);
        return page;
    }

    ModelAndView saying(ModelAndView page, Refusal refusal) {
        return page.addObject("problem", problems.of(refusal));
    }

    private ModelAndView page(WorkItem item, Locale reader) {
        var page = new ModelAndView("worklist/task");
        page.addObject("here", "work");
        page.addObject("row", rows.of(item, reader));
        page.addObject("item", item);
        page.addObject("closedBy", rows.person(item.closedBy()));
        page.addObject("clock", clocks.of(item, reader));
        return page;
    }

    /** The clinical summary, to have it beside the form; empty if it is not for this reader, or erased. */
    private String story(WorkItem item, Person person) {
        if (!access.may(person, item.caseId(), Right.READ_CLINICAL)) {
            return "";
        }
        try {
            var clinical = cases.clinical(item.caseId());
            var translated = clinical.path("panelSummary").asText("");
            return translated.isBlank() ? clinical.path("clinicalSummary").asText("") : translated;
        } catch (ContentErased e) {
            return "";
        }
    }

    /** Who else may work it, for handing it over. */
    private List<Person> others(WorkItem item, Person person) {
        if (item.reserved()) {
            return List.of();
        }
        return item.candidates().stream()
                .flatMap(name -> name.contains(":") ? access.holders(Group.of(name)).stream() : Stream.<Person>empty())
                .filter(other -> !other.userId().equals(person.userId()) && door.mayTake(item, other))
                .distinct()
                .toList();
    }
}
