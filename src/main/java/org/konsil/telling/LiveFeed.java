package org.konsil.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.LiveSessions;
import org.konsil.access.Person;
import org.konsil.audit.Changes;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks once a second what the history tells that is new, whichever node wrote it, and tells the open pages which of their parts to ask for
 * anew. Rights are decided at that moment; nothing but the part's name travels.
 */
@Component
class LiveFeed {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int AT_ONCE = 1000;

    private final LiveConnections connections;
    private final LiveSessions sessions;
    private final Changes changes;
    private final NewsRows news;
    private final SharedCases shared;
    private final LivePresence presence;
    private final Access access;
    private final Clock clock;
    private Set<NewsRows.Ring> heard = Set.of();
    private Set<String> known = Set.of();
    private long seen = -1;

    LiveFeed(
            LiveConnections connections,
            LiveSessions sessions,
            Changes changes,
            NewsRows news,
            SharedCases shared,
            LivePresence presence,
            Access access,
            Clock clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.changes = changes;
        this.news = news;
        this.shared = shared;
        this.presence = presence;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void look() {
        var open = connections.open();
        if (open.isEmpty()) {
            // nobody looks: what happens meanwhile is on the page when the next one comes
            seen = -1;
            heard = Set.of();
            known = Set.of();
            return;
        }
        open.stream().filter(it -> !sessions.goesOn(it.session(), it.person())).forEach(it -> it.end(false));
        if (seen < 0) {
            seen = changes.end();
        }
        var happened = changes.since(seen, AT_ONCE);
        if (!happened.isEmpty()) {
            seen = happened.getLast().seq();
        }
        var now = clock.instant();
        var newsFor = whoHasNews(open, now);
        var atDesks = presence.changed(open);
        var worked = cases(happened, "task-");
        var touched = cases(happened, "");
        for (var connection : connections.open()) {
            access.person(connection.person()).ifPresent(reader -> {
                var topics = topics(connection, reader, touched, worked);
                if (connection.shows(Topic.NEWS) && newsFor.contains(reader.userId())) {
                    topics.add(Topic.NEWS);
                }
                if (atDesks.contains(connection)) {
                    topics.add(Topic.DESK);
                }
                tell(connection, topics, now);
            });
        }
    }

    private Set<Topic> topics(LiveConnection connection, Person reader, Set<CaseId> touched, Set<CaseId> worked) {
        var topics = EnumSet.noneOf(Topic.class);
        var caseId = connection.caseId();
        if (caseId == null) {
            // a page about many cases at once, as that of a session
            if (connection.shows(Topic.PANEL) && shared.any(touched, access.holderNames(reader))) {
                topics.add(Topic.PANEL);
            }
        } else if (touched.contains(caseId)) {
            var rights = access.rights(reader, caseId);
            if (connection.shows(Topic.CASE) && rights.contains(Right.KNOW)) {
                topics.add(Topic.CASE);
            }
            if (connection.shows(Topic.PANEL)
                    && (rights.contains(Right.READ_PANEL) || rights.contains(Right.READ_OPINIONS))) {
                topics.add(Topic.PANEL);
            }
        }
        if (connection.shows(Topic.WORK) && shared.any(worked, access.holderNames(reader))) {
            topics.add(Topic.WORK);
        }
        return topics;
    }

    private static void tell(LiveConnection connection, Set<Topic> topics, Instant now) {
        if (!topics.isEmpty() || connection.sent().plus(SIGN_OF_LIFE).isBefore(now)) {
            connection.tell(topics, now);
        }
    }

    /**
     * Who was told something that was not there at the last look. The window is longer than a transaction takes: what is written first may be
     * committed last. The first look at somebody only remembers, because their page has just shown it.
     */
    private Set<String> whoHasNews(List<LiveConnection> open, Instant now) {
        var people = open.stream().map(LiveConnection::person).collect(Collectors.toSet());
        var rings = Set.copyOf(news.since(people, now.minus(WINDOW)));
        var fresh = rings.stream()
                .filter(ring -> !heard.contains(ring))
                .map(NewsRows.Ring::person)
                .filter(known::contains)
                .collect(Collectors.toSet());
        heard = rings;
        known = people;
        return fresh;
    }

    private static Set<CaseId> cases(Collection<Changes.Change> happened, String action) {
        return happened.stream()
                .filter(it -> it.action().startsWith(action))
                .map(Changes.Change::caseId)
                .collect(Collectors.toSet());
    }
}
