package org.konsil.panel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.NotForYou;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The panel's discussion over HTTP, for those who work on the panel. */
@Needs(Right.DISCUSS)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/discussion")
@Tag(name = "Discussion")
class DiscussionApi {

    record Thread(List<Discussion.Message> items) {}

    /** {@code quote}: words of the message that is answered; {@code mentions}: user ids; {@code question}: for the home clinician. */
    record Said(
            @NotBlank @Size(max = 20_000) String text,
            @Nullable UUID replyTo,
            @Nullable @Size(max = 20_000) String quote,
            @Nullable List<String> mentions,
            @Nullable Boolean question) {

        NewMessage message() {
            return new NewMessage(
                    null,
                    text.strip(),
                    replyTo,
                    Objects.requireNonNullElse(quote, "").strip(),
                    Objects.requireNonNullElse(mentions, List.of()),
                    Boolean.TRUE.equals(question),
                    List.of());
        }
    }

    record Translated(
            @NotBlank @Pattern(regexp = "[a-z]{2,3}") String language,
            @NotBlank @Size(max = 20_000) String text) {}

    record Wordings(List<Discussion.Wording> items) {}

    record Written(UUID id) {}

    private final Discussion discussion;
    private final Latecomers latecomers;
    private final Problems problems;
    private final Marks marks;
    private final Access access;
    private final Audit audit;

    DiscussionApi(
            Discussion discussion, Latecomers latecomers, Problems problems, Marks marks, Access access, Audit audit) {
        this.discussion = discussion;
        this.latecomers = latecomers;
        this.problems = problems;
        this.marks = marks;
        this.access = access;
        this.audit = audit;
    }

    @Needs(Right.READ_OPINIONS)
    @GetMapping
    @Operation(summary = "What the panel has written, oldest first, each message in its newest wording")
    Thread read(@PathVariable CaseId caseId) {
        var reader = access.current();
        if (!discussion.isFor(caseId, reader)) {
            throw new NotThePanel(caseId);
        }
        audit.recordApart(Entry.done(reader.actor(), "discussion-read", caseId));
        return new Thread(discussion.of(caseId));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a message, or a reply to one")
    Written write(@PathVariable CaseId caseId, @Valid @RequestBody Said said) {
        return new Written(discussion.write(caseId, said.message(), access.current()));
    }

    @PutMapping("/{message}")
    @Operation(summary = "Give your own message a new wording; the older ones are kept")
    Written revise(@PathVariable CaseId caseId, @PathVariable UUID message, @Valid @RequestBody Said said) {
        discussion.revise(caseId, message, said.text().strip(), access.current());
        return new Written(message);
    }

    @Needs(Right.READ_OPINIONS)
    @GetMapping("/{message}/wordings")
    @Operation(summary = "Every wording that a message had, the first one first")
    Wordings wordings(@PathVariable CaseId caseId, @PathVariable UUID message) {
        var reader = access.current();
        if (!discussion.isFor(caseId, reader)) {
            throw new NotThePanel(caseId);
        }
        audit.recordApart(Entry.done(reader.actor(), "discussion-read", caseId).on("message:" + message));
        return new Wordings(discussion.wordings(caseId, message));
    }

    @PostMapping("/{message}/side-notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put a translation beside a message")
    Written translate(@PathVariable CaseId caseId, @PathVariable UUID message, @Valid @RequestBody Translated said) {
        var id = UUID.randomUUID();
        discussion.translate(caseId, message, id, said.language(), said.text().strip(), access.current());
        return new Written(id);
    }

    @PutMapping("/{message}/question")
    @Operation(summary = "Mark a message as a question to the home clinician: the lead sends it with the next request")
    Written ask(@PathVariable CaseId caseId, @PathVariable UUID message) {
        discussion.ask(caseId, message, true, access.current());
        return new Written(message);
    }

    /** Whoever has left the panel while they wrote is told so; to all others nothing else is said than at any door. */
    @ExceptionHandler({UnknownCase.class, NotForYou.class})
    void late(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var writes = !request.getMethod().equals(HttpMethod.GET.name());
        var told = writes ? latecomers.told(Latecomers.caseOf(request), access.current(), refusal) : refusal;
        var problem = problems.of(told);
        if (told.kind() != Refusal.Kind.UNKNOWN) {
            marks.refused(request, problem);
        }
        problems.answer(request, response, problem);
    }
}
