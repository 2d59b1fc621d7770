package org.konsil.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a desk does with many tasks, for programs. */
@Needs(Right.LIST)
@RestController
@RequestMapping("/api/v1/work-items")
@Tag(name = "Work items", description = "What waits for people: look, take, fill in.")
class DeskApi {

    /** @param reasons why it is the next one, as codes */
    record Next(WorkItemAnswer item, List<String> reasons) {}

    record Order(
            @Schema(description = "your own name for it; the same twice is once") @NotNull
            UUID id,

            @NotEmpty @Size(max = Bulk.MOST) List<@NotBlank @Pattern(regexp = "\\d{1,18}") String> tasks,

            @Schema(description = "`claim`, `assign`, `priority`, `due` or `remind`") @NotBlank
            String deed,

            @Schema(description = "a user id, a number from 0 to 100, or an ISO 8601 date, as the deed asks")
            @Size(max = 80)
            @Nullable
            String value) {}

    /** @param refused the code of the refusal; left out where it was done */
    record Line(String taskKey, boolean undone, @Nullable String refused) {}

    record Done(UUID id, List<Line> tasks) {}

    private final NextTask nextTask;
    private final Bulk bulk;
    private final BulkRows acts;
    private final Access access;

    DeskApi(NextTask nextTask, Bulk bulk, BulkRows acts, Access access) {
        this.nextTask = nextTask;
        this.bulk = bulk;
        this.acts = acts;
        this.access = access;
    }

    @PostMapping("/next")
    @Operation(
            summary = "Take the task that matters most for you now",
            description = "By urgency, clock, priority and how well it fits; 204 if nothing waits for you.")
    ResponseEntity<Next> next() {
        return nextTask.take(access.current())
                .map(choice -> ResponseEntity.ok(new Next(WorkItemAnswer.of(choice.item()), choice.reasons())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/bulk")
    @Operation(
            summary = "Do the same with many tasks",
            description = "Each on its own: what is refused for one is done for the others.")
    Done run(@Valid @RequestBody Order order) {
        var keys = order.tasks().stream().map(Long::valueOf).toList();
        var value = order.value() == null ? "" : order.value();
        bulk.run(order.id(), keys, new Bulk.Order(Deed.of(order.deed()), value), access.current());
        return done(order.id());
    }

    @PostMapping("/bulk/{id}/undo")
    @Operation(
            summary = "Take it back",
            description =
                    "Within ten minutes, and for each task only as long as nobody has acted on it since; else 409.")
    Done undo(@PathVariable UUID id) {
        bulk.takeBack(id, access.current());
        return done(id);
    }

    private Done done(UUID id) {
        acts.find(id, access.current().userId()).orElseThrow(ItemRefused::nothingToUndo);
        return new Done(
                id,
                acts.steps(id).stream()
                        .map(step -> new Line(Long.toString(step.taskKey()), step.undone(), step.refusal()))
                        .toList());
    }
}
