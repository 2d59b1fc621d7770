package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each expert concluded, sealed; revisable until the outcome is signed, every version kept. */
@Service
public class Opinions {

    /** One opinion as it stands. {@code content}: the fields of form {@code expert-opinion}. */
    public record Opinion(
            String expert, String discipline, int version, Instant givenAt, boolean counts, JsonNode content) {}

    private final PanelRows panels;
    private final InvitationRows invitations;
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Audit audit;
    private final Clock clock;

    Opinions(PanelRows panels, InvitationRows invitations, JdbcClient jdbc, Sealed sealed, Audit audit, Clock clock) {
        this.panels = panels;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version of each expert's opinion. Clinical: access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public List<Opinion> of(CaseId caseId) {
        return panels.of(caseId).map(invitations::of).orElse(List.of()).stream()
                .flatMap(it -> versions(it).stream().limit(1))
                .toList();
    }

    /** The newest version of each opinion on every panel of the case, oldest panel first: for the patient's copy. */
    @Transactional(readOnly = true)
    public List<Opinion> ofAllPanels(CaseId caseId) {
        return panels.all(caseId).stream()
                .flatMap(panel -> invitations.of(panel).stream())
                .flatMap(it -> versions(it).stream().limit(1))
                .toList();
    }

    /** How many opinions count. */
    @Transactional(readOnly = true)
    public long given(CaseId caseId) {
        return panels.of(caseId).map(invitations::of).orElse(List.of()).stream()
                .filter(Invitation::hasOpinion)
                .count();
    }

    /** How many are invited, or at work on an opinion. */
    long awaited(CaseId caseId) {
        return panels.of(caseId).map(invitations::of).orElse(List.of()).stream()
                .filter(it -> it.canDropOut() && !it.excluded())
                .count();
    }

    /** One's own opinion, to revise it. @throws NotInvited for anybody else, and when the panel is over */
    @Transactional(readOnly = true)
    public Opinion own(CaseId caseId, Person by) {
        return latest(ownInvitation(caseId, by)).orElseThrow(() -> new NotInvited(caseId));
    }

    /** A new version of one's own opinion, as long as the panel is at work. @throws NotInvited for anybody else */
    @Transactional
    public void revise(CaseId caseId, JsonNode content, Person by) {
        keep(ownInvitation(caseId, by), content, by.actor());
    }

    private Invitation ownInvitation(CaseId caseId, Person by) {
        var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
        return invitations.of(panel).stream()
                .filter(it -> it.expert().equals(by.userId()) && it.hasOpinion())
                .findFirst()
                .filter(it -> panel.state() != Panel.State.CLOSED)
                .orElseThrow(() -> new NotInvited(caseId));
    }

    void keep(Invitation invitation, JsonNode content, Actor by) {
        var held = invitations.lock(invitation.id());
        if (!held.takesPart()) {
            throw new NotInvited(held.caseId());
        }
        var now = clock.instant();
        var version = versions(held).size() + 1;
        jdbc.sql("INSERT INTO panel_opinion (id, invitation_id, version, content, given_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        held.id(),
                        version,
                        sealed.tree(held.caseId(), place(held, version), content),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        invitations.keep(held.withOpinion(now));
        audit.record(Entry.done(by, version == 1 ? "opinion-given" : "opinion-revised", held.caseId())
                .on("invitation:" + held.id())
                .with("number", version));
    }

    Optional<Opinion> latest(Invitation invitation) {
        return versions(invitation).stream().findFirst();
    }

    /** Every version, the newest first. */
    List<Opinion> versions(Invitation invitation) {
        return jdbc.sql("SELECT * FROM panel_opinion WHERE invitation_id = ? ORDER BY version DESC")
                .param(invitation.id())
                .query((row, number) -> new Opinion(
                        invitation.expert(),
                        invitation.discipline(),
                        row.getInt("version"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        invitation.hasOpinion(),
                        sealed.openTree(
                                invitation.caseId(),
                                place(invitation, row.getInt("version")),
                                row.getBytes("content"))))
                .list();
    }

    private static String place(Invitation invitation, int version) {
        return "panel_opinion.content:" + invitation.id() + ":" + version;
    }
}
