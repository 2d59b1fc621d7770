package org.konsil.referral;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Cause;
import org.konsil.casefile.Pending;
import org.konsil.casefile.Round;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;
import org.konsil.panel.Panel;
import org.konsil.panel.Panels;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a case to another place of its process: the case changes in the caller's transaction, the process follows. Where it goes on
 * says the table {@code resume-at}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class NewRounds {

    /** The hospital that takes a case over after the advice goes on with it where the other one was. */
    private static final Map<Cause, StageDoor> BACK_TO = Map.of(
            Cause.REOPENED, StageDoor.of("consent"),
            Cause.NETWORK_CHANGED, StageDoor.of("routing"),
            Cause.SUPERSEDED, StageDoor.of("convene"));

    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final FormerParts former;
    private final Directory directory;
    private final Panels panels;
    private final Outbox outbox;

    NewRounds(
            CaseFiles cases, CaseRounds rounds, FormerParts former, Directory directory, Panels panels, Outbox outbox) {
        this.cases = cases;
        this.rounds = rounds;
        this.former = former;
        this.directory = directory;
        this.panels = panels;
        this.outbox = outbox;
    }

    /** Re-opens a case: one that was closed starts its process again, one in the follow-up goes back. */
    public void reopen(CaseId caseId, Actor by) {
        var wasOver = cases.summary(caseId).state().isOver();
        begin(caseId, Cause.REOPENED, null, by);
        rounds.await(caseId, Pending.NEW_ROUND);
        if (wasOver) {
            var about = cases.summary(caseId);
            outbox.startAgain(
                    caseId,
                    Map.of(
                            "caseId", caseId.toString(),
                            "country", about.country().code(),
                            "urgency", about.urgency().code(),
                            "provider", about.provider()));
        } else {
            tell(caseId, "round-reopened", Cause.REOPENED, null);
        }
    }

    /** Back to the choice of a network. */
    public void toAnotherNetwork(CaseId caseId, Actor by) {
        begin(caseId, Cause.NETWORK_CHANGED, null, by);
        rounds.await(caseId, Pending.NEW_ROUND);
        tell(caseId, "case-transferred", Cause.NETWORK_CHANGED, null);
    }

    /** Another hospital is the home provider from now on. @throws org.konsil.directory.UnknownProvider if the directory does not know it */
    public void toAnotherProvider(CaseId caseId, String provider, Actor by) {
        begin(caseId, Cause.PROVIDER_CHANGED, provider, by);
        rounds.await(caseId, Pending.NEW_ROUND);
        tell(caseId, "case-transferred", Cause.PROVIDER_CHANGED, provider);
    }

    /** The advice, or its draft, must not be relied on: it is worked out anew. */
    public void supersede(CaseId caseId, Actor by) {
        begin(caseId, Cause.SUPERSEDED, null, by);
        rounds.await(caseId, Pending.NEW_ROUND);
        tell(caseId, "advice-superseded", Cause.SUPERSEDED, null);
    }

    Round begin(CaseId caseId, Cause cause, @Nullable String provider, Actor by) {
        var left = left(caseId, cause);
        var round = left == null ? rounds.begin(caseId, cause, by) : rounds.begin(caseId, cause, left, by);
        if (cause == Cause.PROVIDER_CHANGED && provider != null) {
            var country = directory.provider(provider).orElseThrow().country();
            rounds.handOver(caseId, provider, country, by);
        }
        former.end(caseId, round, cases.summary(caseId).provider(), by);
        goBack(caseId, cause, by);
        return round;
    }

    /**
     * What was delivered is not where the case stands any more, from this moment on: a network that advises anew must not erase its copy
     * while the process is on its way back. Where it goes on, the process says itself.
     */
    private void goBack(CaseId caseId, Cause cause, Actor by) {
        var state = cases.summary(caseId).state();
        var place = BACK_TO.get(cause);
        if (place != null && state.compareTo(CaseState.DELIVERED) >= 0 && !state.isOver()) {
            cases.enter(caseId, place.stage(), place.state(), by);
        }
    }

    /** A draft that was signed a moment ago belongs to the delivery: its panel is over. */
    private @Nullable Stage left(CaseId caseId, Cause cause) {
        var isSigned = cause == Cause.SUPERSEDED
                && cases.summary(caseId).stage() == Stage.OUTCOME
                && panels.of(caseId).filter(Panel::isOver).isPresent();
        return isSigned ? Stage.DELIVER : null;
    }

    private void tell(CaseId caseId, String message, Cause cause, @Nullable String provider) {
        var said = new HashMap<String, Object>();
        said.put("cause", cause.code());
        if (provider != null) {
            said.put("toProvider", provider);
        }
        outbox.publish(caseId, message, caseId.toString(), said);
    }
}
