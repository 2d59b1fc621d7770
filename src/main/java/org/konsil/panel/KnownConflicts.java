package org.konsil.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.konsil.panel.KnownConflict.Origin;
import org.konsil.vault.ContentErased;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is known to have a conflict of interest in a case that keeps them off its panels, on whichever panel it came to light: by kind
 * and day, without the words in which it was reported.
 */
@Component
class KnownConflicts {

    private static final String REPORT = "report-conflict";

    private final PanelRows panels;
    private final InvitationRows invitations;
    private final LeadDeclarations declarations;
    private final FoundConflicts found;
    private final DeclaredConflicts rule;
    private final CaseFiles cases;
    private final Directory directory;
    private final MessageSource words;

    KnownConflicts(
            PanelRows panels,
            InvitationRows invitations,
            LeadDeclarations declarations,
            FoundConflicts found,
            DeclaredConflicts rule,
            CaseFiles cases,
            Directory directory,
            MessageSource words) {
        this.panels = panels;
        this.invitations = invitations;
        this.declarations = declarations;
        this.found = found;
        this.rule = rule;
        this.cases = cases;
        this.directory = directory;
        this.words = words;
    }

    /** By user id; of several that are known of somebody, what was reported goes before what they declared. */
    Map<String, KnownConflict> of(CaseId caseId) {
        var known = new LinkedHashMap<String, KnownConflict>();
        var excluded = found.of(caseId);
        Stream.of(reported(caseId, excluded), declared(caseId), unexplained(excluded))
                .flatMap(List::stream)
                .forEach(one -> known.putIfAbsent(one.expert(), one));
        return known;
    }

    /** The names of those of these networks and guests, each with the reason in the reader's words. */
    List<String> named(Collection<KnownConflict> known, Collection<NetworkId> networks) {
        return known.stream()
                .flatMap(one -> directory.expert(one.expert()).stream()
                        .filter(it -> it.network() == null || networks.contains(it.network()))
                        .map(it -> said(it, one)))
                .toList();
    }

    private String said(Expert expert, KnownConflict known) {
        var kinds = known.kinds().isEmpty()
                ? say("panel.conflict.unknown")
                : String.join(
                        ", ",
                        known.kinds().stream()
                                .map(kind -> say("panel.conflict." + kind))
                                .toList());
        var since = known.since();
        var from = say("panel.conflict.from." + known.origin());
        return since == null
                ? say("panel.conflict.said", expert.name(), kinds, from)
                : say("panel.conflict.said.since", expert.name(), kinds, from, Days.of(since));
    }

    private List<KnownConflict> reported(CaseId caseId, Set<String> excluded) {
        try {
            return cases.submissions(caseId, REPORT).stream()
                    .filter(it -> excluded.contains(it.answers().path("expert").asText()))
                    .map(it -> new KnownConflict(
                            it.answers().path("expert").asText(),
                            Origin.FOUND,
                            List.of(it.answers().path("kind").asText()),
                            it.at()))
                    .toList();
        } catch (ContentErased e) {
            return List.of();
        }
    }

    private List<KnownConflict> declared(CaseId caseId) {
        var all = new ArrayList<KnownConflict>();
        for (var panel : panels.all(caseId)) {
            declarations.all(panel).forEach((lead, said) -> {
                if (rule.exclude(said.kinds())) {
                    all.add(new KnownConflict(lead, Origin.AS_LEAD, said.kinds(), said.at()));
                }
            });
            for (var invitation : invitations.of(panel)) {
                if (rule.exclude(invitation.conflicts())) {
                    all.add(new KnownConflict(
                            invitation.expert(), Origin.WHEN_ASKED, invitation.conflicts(), invitation.answeredAt()));
                }
            }
        }
        return all;
    }

    private static List<KnownConflict> unexplained(Set<String> excluded) {
        return excluded.stream()
                .sorted()
                .map(expert -> new KnownConflict(expert, Origin.FOUND, List.of(), null))
                .toList();
    }

    private String say(String key, Object... about) {
        return words.getMessage(key, about, LocaleContextHolder.getLocale());
    }
}
