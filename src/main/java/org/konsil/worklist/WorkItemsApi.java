package org.konsil.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list over HTTP. Refusals are problem+json: 404, 409 with what is the case now, 422 field by field. */
@Needs(Right.WORK)
@RestController
@RequestMapping("/api/v1/work-items")
@Tag(name = "Work items", description = "What waits for people: look, take, fill in.")
class WorkItemsApi {

    record Page(
            List<WorkItemAnswer> items,
            long total,
            @Nullable String next) {}

    record FormAnswer(JsonNode schema, JsonNode data, int version) {}

    record Delegation(
            @NotBlank @Size(max = 80) String to,
            @Size(max = 2000) @Nullable String note) {}

    record Release(@Size(max = 2000) @Nullable String note) {}

    record Answers(@NotNull JsonNode data, @NotNull Integer version) {}

    private final WorkItems items;
    private final Access access;
    private final ObjectMapper json;

    WorkItemsApi(WorkItems items, Access access, ObjectMapper json) {
        this.items = items;
        this.access = access;
        this.json = json;
    }

    @Needs(Right.LIST)
    @GetMapping
    @Operation(
            summary = "Open work that you may see",
            description =
                    "Your own, and what is on offer to your groups. Give `next` as `after` for the page that follows;"
                            + " it is left out on the last.")
    Page list(
            @ParameterObject ItemFilter filter,
            @Parameter(
                            description = "`mine`, `available`, `cases`, `team` or `all`, as on the pages; if left out,"
                                    + " your own and what is on offer to your groups, taken or not")
                    @RequestParam(required = false)
                    @Nullable
                    String list) {
        var page = items.list(Queue.of(list), filter, access.current());
        return new Page(page.items().stream().map(WorkItemAnswer::of).toList(), page.total(), page.next());
    }

    @GetMapping("/{taskKey}")
    @Operation(summary = "One piece of work", description = "404 if there is none, or not for you.")
    WorkItemAnswer one(@PathVariable long taskKey) {
        return WorkItemAnswer.of(items.get(taskKey, access.current()));
    }

    @GetMapping("/{taskKey}/form")
    @Operation(
            summary = "Its form: the Camunda Forms schema and the values to begin with",
            description =
                    "The form in the version that the task was made with. Send `version` back with complete. Opening"
                            + " is an entry of the history.")
    FormAnswer form(@PathVariable long taskKey) throws JsonProcessingException {
        var opened = items.form(taskKey, access.current());
        return new FormAnswer(
                json.readTree(opened.schema()), opened.data(), opened.item().version());
    }

    @PostMapping("/{taskKey}/claim")
    @Operation(summary = "Take it", description = "Twice is once; 409 if another was faster.")
    WorkItemAnswer claim(@PathVariable long taskKey) {
        return WorkItemAnswer.of(items.claim(taskKey, access.current()));
    }

    @PostMapping("/{taskKey}/release")
    @Operation(
            summary = "Put it back",
            description =
                    "For the others of its groups, with a `note` for whoever takes it next; 409 if it is in other hands.")
    WorkItemAnswer release(
            @PathVariable long taskKey, @Valid @RequestBody(required = false) @Nullable Release release) {
        return WorkItemAnswer.of(items.release(taskKey, release == null ? null : release.note(), access.current()));
    }

    @PostMapping("/{taskKey}/delegate")
    @Operation(
            summary = "Hand it to another person",
            description = "422 if they may not work it, 409 if it is in other hands.")
    WorkItemAnswer delegate(@PathVariable long taskKey, @Valid @RequestBody Delegation delegation) {
        return WorkItemAnswer.of(items.delegate(taskKey, delegation.to(), delegation.note(), access.current()));
    }

    @PostMapping("/{taskKey}/complete")
    @Operation(
            summary = "Complete it with the form's answers",
            description =
                    "Saying the same twice is saying it once. 409 if it is in other hands, done, cancelled or changed"
                            + " since `version`; 422 names each field that is wrong, by JSON pointer into `data`.")
    WorkItemAnswer complete(@PathVariable long taskKey, @Valid @RequestBody Answers answers, Locale reader) {
        return WorkItemAnswer.of(items.complete(taskKey, answers.data(), answers.version(), access.current(), reader));
    }
}
