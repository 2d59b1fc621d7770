package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.KeyDestroyed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases in their tables. */
@Component
@Transactional
class StoredCaseFiles implements CaseFiles {

    private final CaseFileRows rows;
    private final Contents contents;
    private final Ages ages;
    private final Submissions submissions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredCaseFiles(
            CaseFileRows rows,
            Contents contents,
            Ages ages,
            Submissions submissions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.ages = ages;
        this.submissions = submissions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CaseSummary summary(CaseId caseId) {
        var found = find(caseId);
        return found.summary(pseudonym(found));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CaseId, CaseSummary> summaries(Collection<CaseId> caseIds) {
        return rows.findAllById(caseIds.stream().map(CaseId::value).distinct().toList()).stream()
                .map(found -> found.summary(pseudonym(found)))
                .collect(Collectors.toMap(CaseSummary::caseId, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseId> underWay(Country country) {
        return rows.underWay(country.code()).stream().map(CaseId::new).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public JsonNode clinical(CaseId caseId) {
        return ages.instead(contents.clinical(caseId), contents.identity(caseId));
    }

    @Override
    public void enter(CaseId caseId, Stage stage, CaseState state, Actor by) {
        var found = find(caseId);
        var before = found.state();
        if (found.enter(stage, state)) {
            audit.record(Entry.done(by, "stage-entered", caseId)
                    .with("stage", code(stage))
                    .changed(code(before), code(state)));
            events.publishEvent(new CaseMoved(caseId, stage, state));
        }
    }

    @Override
    public void choose(CaseId caseId, NetworkId network, Actor by) {
        var found = find(caseId);
        var before = found.network();
        if (found.choose(network)) {
            audit.record(Entry.done(by, "network-chosen", caseId).changed(before, network));
            events.publishEvent(new NetworkChosen(caseId, by));
        }
    }

    @Override
    public void reconsider(CaseId caseId, Urgency urgency, Actor by) {
        var found = find(caseId);
        var before = found.urgency();
        if (found.reconsider(urgency)) {
            audit.record(Entry.done(by, "urgency-changed", caseId).changed(before.code(), urgency.code()));
        }
    }

    @Override
    public void close(CaseId caseId, ClosingReason reason, Actor by) {
        var found = find(caseId);
        var before = found.state();
        if (found.close(reason, clock.instant())) {
            audit.record(Entry.done(by, "case-closed", caseId)
                    .because(code(reason))
                    .changed(code(before), code(CaseState.CLOSED)));
            events.publishEvent(new CaseMoved(caseId, Stage.CLOSE, CaseState.CLOSED));
        }
    }

    @Override
    public void keep(CaseId caseId, long taskKey, String formId, JsonNode answers, Controller controller, Actor by) {
        submissions.keep(caseId, taskKey, formId, answers, controller, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Submission> submissions(CaseId caseId, String formId) {
        return submissions.of(caseId, formId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Submission> latest(CaseId caseId, String formId) {
        return submissions.latest(caseId, formId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Submission> submissions(CaseId caseId, Controller controller) {
        return submissions.of(caseId, controller);
    }

    @Override
    public void erased(CaseId caseId, Actor by) {
        var found = find(caseId);
        var before = found.state();
        if (found.erase()) {
            audit.record(Entry.done(by, "case-erased", caseId).changed(code(before), code(CaseState.ERASED)));
        }
    }

    /** What would recognise erased content again goes too. */
    @EventListener
    void on(KeyDestroyed destroyed) {
        if (destroyed.controller() == Controller.HOME) {
            rows.findById(destroyed.caseId().value()).ifPresent(CaseFile::forgetContent);
            submissions.forgetRegistration(destroyed.caseId());
        }
    }

    private CaseFile find(CaseId caseId) {
        return rows.findById(caseId.value()).orElseThrow(() -> new UnknownCase(caseId));
    }

    private String pseudonym(CaseFile found) {
        try {
            return contents.pseudonym(found.caseId(), found.pseudonym());
        } catch (ContentErased e) {
            return "";
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
