package org.konsil.clocks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * The clocks of tasks, of steps that are no task, of stages and of cases. How long, counted how, and who is told when stands in the DMN
 * table {@code clocks}; here it is only counted. When a clock runs out, message {@code clock-due} goes to the process under the clock's
 * address: the subject's or else the case's id, a colon and the step.
 */
public interface Clocks {

    /** A task whose clock is to run: its element and form, and the date if its drawing sets one. */
    record Work(
            CaseId caseId,
            String step,
            String form,
            @Nullable String subjectId,
            @Nullable String network,
            @Nullable Instant fixedDue) {}

    /** Which clock a task runs by. */
    record Running(@Nullable String clockId, @Nullable Instant due, boolean stopped) {}

    /** When a step of this case would be due if it began at an instant; empty if the table has no row for it. */
    Optional<Instant> due(CaseId caseId, String step, Instant from);

    /** Starts a clock of the case for a step that is no task. One that still runs for the same step ends. */
    String start(CaseId caseId, String step);

    /** Starts a clock that runs out before a date, by as much as the table gives; it stays when the stage changes. */
    void startBefore(CaseId caseId, String step, Instant date);

    /** Ends the clock of the case for a step that is no task, if one runs. */
    void finishStep(CaseId caseId, String step);

    /** The clock for a task: that of a step of the same name which runs already, or else a new one; it stands still from the start while what it waits for is awaited. */
    Running startFor(Work work);

    /** A task is over, and with it the clock that was started for it alone. */
    void finishFor(String clockId);

    /** A drawing or the law set another date for this clock; the table moves it no more. */
    void fix(String clockId, Instant due);

    /** The clocks of a case that are not finished, oldest first, with everything that explains them. */
    List<Standing> of(CaseId caseId);

    Optional<Standing> find(String clockId);

    /** Until when something is awaited, and when people were told meanwhile. */
    record Awaited(@Nullable Instant due, List<Instant> told) {}

    /** The clocks that run, or have run out, for tasks about subjects of their own, such as invitations: by address, the subject's id, a colon and the step. */
    Map<String, Awaited> awaited(Collection<String> addresses);

    /** The clock stands still; stopping twice is once. */
    void stop(String clockId);

    void resume(String clockId);

    void finish(String clockId);

    /** Information is awaited: the clocks of the case that wait for it, as the table says, stand still. */
    void await(CaseId caseId);

    /** The information is there: they go on, unless something else is still awaited. */
    void goOn(CaseId caseId);

    /** Plans every clock of the case anew by what the table says now. Saying it twice changes nothing. */
    void replan(CaseId caseId, Actor by);

    /** What was reached, for whoever tells people of it; empty if the clock is over, planned anew since, or people were told already. */
    Optional<Reached> reached(String markId);

    /** These were told: user ids and groups. */
    void told(String markId, List<String> to);
}
