package org.konsil.desk.events;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Pending;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;
import org.konsil.panel.Invitation;
import org.konsil.panel.Panel;
import org.konsil.panel.Panels;
import org.konsil.rules.Rules;
import org.konsil.vault.Controller;
import org.konsil.worklist.Recall;
import org.springframework.stereotype.Component;

/** Why an event cannot be taken in the stage in which a case is; the last part of its message's key. */
@Component
class Possible {

    private final CaseRounds rounds;
    private final Panels panels;
    private final Recall work;
    private final Rules rules;
    private final CopiesKept copies;
    private final Clock clock;

    Possible(CaseRounds rounds, Panels panels, Recall work, Rules rules, CopiesKept copies, Clock clock) {
        this.rounds = rounds;
        this.panels = panels;
        this.work = work;
        this.rules = rules;
        this.copies = copies;
        this.clock = clock;
    }

    /** Empty where nothing is in the way. */
    Optional<String> obstacle(CaseEvent event, CaseSummary about, Person by) {
        if (event == CaseEvent.RE_OPEN) {
            return Optional.ofNullable(againstReopening(about)).or(() -> againstNetwork(about));
        }
        if (event == CaseEvent.CONSENT_WITHDRAWN) {
            return Optional.ofNullable(againstWithdrawing(about));
        }
        if (about.state().isOver()) {
            return Optional.of("closed");
        }
        var pending = rounds.pending(about.caseId());
        if (pending.filter(Pending::isEnding).isPresent()) {
            return Optional.of("ending");
        }
        var isMoving = pending.isPresent();
        return Optional.ofNullable(
                switch (event) {
                    case CONFLICT_FOUND -> isMoving ? "moving" : againstConflict(about);
                    case EXPERT_UNAVAILABLE -> isMoving ? "moving" : againstDroppingOut(about, by);
                    case TRANSFER -> isMoving ? "moving" : againstTransfer(about);
                    default -> null;
                });
    }

    /** The same was reported of this expert before, or somebody else was faster. */
    boolean isOnNobodyThere(CaseEvent event, CaseId caseId, String expert) {
        var isLeadGone = panels.of(caseId)
                .filter(panel -> panel.leadGone() && panel.lead().equals(expert))
                .isPresent();
        if (event == CaseEvent.EXPERT_UNAVAILABLE && isLeadGone) {
            return true;
        }
        return switch (event) {
            case CONFLICT_FOUND -> panels.hasConflict(caseId, expert);
            case EXPERT_UNAVAILABLE ->
                panels.invitations(caseId).stream()
                        .filter(it -> it.expert().equals(expert))
                        .anyMatch(it -> !it.canDropOut());
            default -> false;
        };
    }

    private @Nullable String againstConflict(CaseSummary about) {
        if (panels.members(about.caseId()).isEmpty()) {
            return "no-panel";
        }
        return about.stage() == Stage.DELIVER ? againstNetwork(about).orElse(null) : null;
    }

    /** Where the network's copy was erased, no network can work on the case again: what it would write could not be kept. */
    private Optional<String> againstNetwork(CaseSummary about) {
        return copies.isKept(about.caseId(), Controller.NETWORK) ? Optional.empty() : Optional.of("copy-erased");
    }

    /** The lead drops out in the place of nobody: of a draft that is out for signatures, a missing signer is listed. */
    private @Nullable String againstDroppingOut(CaseSummary about, Person by) {
        return canLoseLead(about) && !Reporters.isExpertOnly(by) ? null : whoDropsOut(about, by);
    }

    private @Nullable String whoDropsOut(CaseSummary about, Person by) {
        return panels.invitations(about.caseId()).stream().anyMatch(it -> it.canDropOut() && isOwn(it, by))
                ? null
                : "no-panel";
    }

    private boolean canLoseLead(CaseSummary about) {
        return about.state() != CaseState.SIGNING
                && panels.of(about.caseId()).filter(Panel::canLoseLead).isPresent();
    }

    /** Experts speak for themselves only. */
    private static boolean isOwn(Invitation invitation, Person by) {
        return !Reporters.isExpertOnly(by) || invitation.expert().equals(by.userId());
    }

    /** At any time (GDPR Art. 7(3)), also of a case that is over: unless nothing is left to which it was given. */
    private @Nullable String againstWithdrawing(CaseSummary about) {
        return about.state() == CaseState.ERASED || !copies.isKept(about.caseId(), Controller.HOME) ? "erased" : null;
    }

    private @Nullable String againstTransfer(CaseSummary about) {
        var isAsked = work.isRightsWorkOpen(about.caseId(), "dpo:" + about.provider());
        return isAsked ? "requests" : null;
    }

    private @Nullable String againstReopening(CaseSummary about) {
        if (about.state() == CaseState.FOLLOW_UP) {
            return rounds.pending(about.caseId()).isPresent() ? "moving" : null;
        }
        var reason = about.closingReason();
        if (about.state() != CaseState.CLOSED || reason == null) {
            return about.state().isOver() ? "erased" : "open";
        }
        if (!copies.isKept(about.caseId(), Controller.HOME)) {
            return "erased";
        }
        var closedAs = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var rule = rules.decide("reopening", Map.of("closedAs", closedAs)).map();
        if (!Boolean.TRUE.equals(rule.get("allowed"))) {
            return closedAs;
        }
        var last = Objects.requireNonNull(about.closedAt())
                .atZone(ZoneOffset.UTC)
                .plus(Period.parse(String.valueOf(rule.get("within"))));
        if (clock.instant().isAfter(last.toInstant())) {
            return "late";
        }
        return work.isReferralWorkOpen(about.caseId()) ? "closing" : null;
    }
}
