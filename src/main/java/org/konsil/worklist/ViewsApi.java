package org.konsil.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists to come back to, for programs. */
@Needs(Right.LIST)
@RestController
@RequestMapping("/api/v1/work-views")
@Tag(name = "Work items", description = "What waits for people: look, take, fill in.")
class ViewsApi {

    record AllViews(List<ViewAnswer> items) {}

    record ViewAnswer(
            UUID id,

            @Schema(description = "`mine`, `available`, `cases`, `team` or `all`")
            String list,

            @Schema(description = "what it is narrowed to and ordered by, as parameters of the list")
            Map<String, String> filter,

            @Schema(description = "left out where it has none") @Nullable
            String name,

            @Schema(description = "the group that sees it too; left out where it is one person's alone") @Nullable
            String group,

            @Schema(description = "whether you made it: only then can you change it")
            boolean own) {}

    record NewView(
            @NotBlank @Size(max = 20) String list,
            @Nullable Map<@NotNull @Size(max = 20) String, @NotNull @Size(max = 200) String> filter,
            @Size(max = 200) @Nullable String name,
            @Size(max = 100) @Nullable String group) {}

    record Kept(UUID id) {}

    record Name(@Size(max = 200) @Nullable String name) {}

    record Sharing(
            @Schema(description = "a group of yours, as `dispatcher:epicare`; left out or empty: you alone")
            @Size(max = 100)
            @Nullable
            String group) {}

    private final Views views;
    private final Access access;

    ViewsApi(Views views, Access access) {
        this.views = views;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "The saved views that you see",
            description = "Your own first, then those that are shared with a group of yours.")
    AllViews all() {
        var reader = access.current();
        return new AllViews(
                views.of(reader).stream().map(view -> answer(view, reader)).toList());
    }

    @PostMapping
    @Operation(
            summary = "Save a view",
            description =
                    "The same once more is once. 409 where you have too many, or see another of that name; 422 where"
                            + " the group is none of yours.")
    Kept keep(@Valid @RequestBody NewView view) {
        var filter = view.filter();
        return new Kept(views.keep(
                Queue.of(view.list()),
                filter == null ? QueueFilter.ALL : QueueFilter.of(filter),
                orNone(view.group()),
                orNone(view.name()),
                access.current()));
    }

    @PutMapping("/{id}/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Rename a saved view",
            description = "Without a name it is called by what it narrows to. 404 unless you made it; 409 where you see"
                    + " another of that name.")
    void rename(@PathVariable UUID id, @Valid @RequestBody Name typed) {
        var by = access.current();
        views.requireOwn(id, by);
        views.rename(id, orNone(typed.name()), by);
    }

    @PutMapping("/{id}/sharing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change who sees a saved view",
            description = "A group of yours, or nobody but you. 404 unless you made it; 422 where the group is none of"
                    + " yours; 409 where you keep the very same list for it already.")
    void share(@PathVariable UUID id, @Valid @RequestBody Sharing sharing) {
        var by = access.current();
        views.requireOwn(id, by);
        views.share(id, orNone(sharing.group()), by);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a saved view away",
            description = "Only whoever made it takes it away; what is not there is gone already.")
    void forget(@PathVariable UUID id) {
        views.forget(id, access.current());
    }

    private static ViewAnswer answer(Views.Kept view, Person reader) {
        return new ViewAnswer(
                view.id(),
                view.queue().code(),
                view.filter().lasting(),
                view.name().isEmpty() ? null : view.name(),
                view.shared().isBlank() ? null : view.shared(),
                view.isOf(reader));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
