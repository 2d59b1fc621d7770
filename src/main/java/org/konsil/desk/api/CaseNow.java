package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.clocks.Standing;
import org.konsil.clocks.Why;
import org.konsil.desk.dossier.Flags;
import org.konsil.worklist.WorkItem;

/** A case as the API tells it: where it stands, no identity, nothing clinical. */
@Schema(name = "Case")
record CaseNow(
        @Schema(example = "0f8fad5b-d9cb-469f-a165-70867728950e")
        String caseId,

        @Schema(example = "HUS-2026-014", description = "the home provider's name for the patient")
        String pseudonym,

        @Schema(example = "fi") String country,
        @Schema(example = "hus") String provider,
        @Schema(example = "routine") String urgency,
        @Schema(example = "epicare") @Nullable String network,
        @Schema(example = "triage") String stage,
        @Schema(example = "TRIAGE") String state,
        @Schema(example = "ADVISED") @Nullable String closingReason,
        Instant registeredAt,
        @Nullable Instant closedAt,

        @Schema(description = "what a person has to look at, for example death-needs-confirmation")
        List<String> flags,

        @Schema(
                description =
                        "the consent has run out: the patient is asked to renew it, meanwhile nobody outside the home provider sees the case and its clocks stand still")
        boolean waitsForConsent,

        @Schema(description = "codes that are well formed, but not in the terminology loaded here")
        List<String> unknownCodes,

        @Schema(description = "goals of the work that is open, and clocks that stand still")
        List<Goal> clocks,

        List<Work> openWork,

        @Schema(description = "cases about the same patient and question that you may see, too")
        List<Linked> linked,

        @Schema(
                description =
                        "when the next follow-up report will be asked for; left out while one is open or none is planned")
        @Nullable
        Instant nextFollowUp) {

    /** A clock and how the work stands against it. */
    record Goal(
            @Schema(example = "triage") String step,

            @Schema(example = "task", description = "task, step, stage or case")
            String level,

            @Schema(description = "when it should be done") @Nullable
            Instant goal,

            @Schema(description = "the deadline") @Nullable Instant due,

            @Schema(
                    example = "on-time",
                    description = "none, on-time, due-soon, overdue, or stopped while information is awaited")
            String state,

            @Nullable Reason why,

            @Schema(description = "who was told so far: owner, coordinator or contact")
            List<Notice> told,

            @Schema(description = "who is told next") @Nullable
            Notice next) {

        static Goal of(Standing clock, String state) {
            var next = clock.next();
            return new Goal(
                    clock.step(),
                    clock.level().name().toLowerCase(Locale.ROOT),
                    clock.goal(),
                    clock.due(),
                    state,
                    clock.why() == null ? null : Reason.of(clock.why()),
                    clock.told().stream()
                            .map(it -> new Notice(it.who().code(), it.percent(), it.at()))
                            .toList(),
                    next == null ? null : new Notice(next.who().code(), next.percent(), next.at()));
        }
    }

    /** Why the date is what it is: the row of the table and what its time is counted in. */
    record Reason(
            @Schema(example = "law", description = "law, published or default")
            String basis,

            String source,
            @Schema(example = "P10D") String deadline,
            @Schema(example = "working-days") String counted,

            @Schema(example = "no", description = "a country's code, with its region as in de-by, or eu")
            String calendar,

            @Schema(example = "Europe/Oslo") String zone,
            List<LocalDate> holidays) {

        static Reason of(Why why) {
            return new Reason(
                    why.basis(),
                    why.source(),
                    why.deadline(),
                    why.counted(),
                    why.calendar(),
                    why.zone().getId(),
                    why.holidays());
        }
    }

    /** Who is told, at which share of the time (0: after the deadline), and when. */
    record Notice(
            @Schema(example = "coordinator") String who,
            @Schema(example = "80") int percent,
            Instant at) {}

    /** Another case about the same. */
    record Linked(
            @Schema(example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
            String caseId,

            @Schema(allowableValues = {"linked", "merged-into", "merged-from"})
            String how) {}

    /** A piece of work that waits for somebody. */
    record Work(
            @Schema(example = "2251799813685300") String taskKey,
            @Schema(example = "triage") String elementId,
            @Schema(example = "triage") String formId,
            @Schema(example = "Triage the request") String name,
            List<String> candidateGroups,
            @Nullable String assignee,
            @Nullable Instant due,
            String clock) {

        static Work of(WorkItem item) {
            return new Work(
                    Long.toString(item.taskKey()),
                    item.elementId(),
                    item.formId(),
                    item.name(),
                    item.candidates(),
                    item.assignee(),
                    item.due(),
                    item.clock().code());
        }
    }

    static CaseNow of(
            CaseSummary about,
            Flags.Raised raised,
            boolean waitsForConsent,
            List<Goal> clocks,
            List<WorkItem> open,
            List<Linked> linked,
            @Nullable Instant nextFollowUp) {
        return new CaseNow(
                about.caseId().toString(),
                about.pseudonym(),
                about.country().code(),
                about.provider(),
                about.urgency().code(),
                about.network() == null ? null : about.network().value(),
                CaseLine.stage(about),
                about.state().name(),
                about.closingReason() == null ? null : about.closingReason().name(),
                about.registeredAt(),
                about.closedAt(),
                raised.flags(),
                waitsForConsent,
                raised.unknownCodes(),
                clocks,
                open.stream().map(Work::of).toList(),
                linked,
                nextFollowUp);
    }
}
