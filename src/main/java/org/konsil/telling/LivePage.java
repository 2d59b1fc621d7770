package org.konsil.telling;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.LiveSessions;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where open pages listen (server-sent events, HTML Living Standard 9.2). A page that cannot, shows what is new when it is loaded anew. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class LivePage {

    /** Then the browser comes back by itself, and the session is looked at like with any request. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LiveConnections connections;
    private final LiveSessions sessions;
    private final Access access;
    private final Clock clock;

    LivePage(LiveConnections connections, LiveSessions sessions, Access access, Clock clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Each event's data are the names of the parts that have changed.
     *
     * @param about the case that the page shows; rights on it are asked whenever something is told
     * @param on for which of {@code work}, {@code case}, {@code panel}, {@code desk} and {@code news} it has parts, with spaces between
     * @param task whose form it shows
     * @param session of whose minutes about the case it shows the form
     * @return 204 where there is no room: browsers do not come back after it
     */
    @GetMapping(path = "/live")
    ResponseEntity<SseEmitter> listen(
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(defaultValue = "news") String on,
            @RequestParam(required = false) @Nullable Long task,
            @RequestParam(required = false) @Nullable UUID session,
            HttpServletRequest request) {
        var reader = access.current();
        var emitter = new SseEmitter(LONGEST.toMillis());
        var caseId = about == null || about.isBlank() ? null : CaseId.of(about);
        var connection = new LiveConnection(
                reader.userId(),
                sessions.key(request),
                caseId,
                desk(task, session, caseId),
                Topic.named(on),
                new Sse(emitter),
                clock.instant());
        emitter.onCompletion(connection::gone);
        emitter.onTimeout(() -> connection.end(false));
        emitter.onError(broken -> connection.gone());
        if (!connections.add(connection)) {
            return ResponseEntity.noContent().build();
        }
        connection.tell(Set.of(), clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static Optional<Desk> desk(@Nullable Long task, @Nullable UUID session, @Nullable CaseId caseId) {
        if (task != null) {
            return Optional.of(new Desk.OfTask(task));
        }
        return session == null || caseId == null ? Optional.empty() : Optional.of(new Desk.OfMinutes(session, caseId));
    }

    private record Sse(SseEmitter emitter) implements LiveConnection.Wire {

        @Override
        public void send(Set<Topic> topics) throws IOException {
            var event = SseEmitter.event();
            if (topics.isEmpty()) {
                emitter.send(event.comment("here"));
            } else {
                emitter.send(event.name("changed")
                        .data(topics.stream().map(Topic::code).sorted().collect(Collectors.joining(" "))));
            }
        }

        @Override
        public void end(boolean enough) {
            try {
                if (enough) {
                    emitter.send(SseEmitter.event().name("enough").data("-"));
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // the reader was faster
            }
        }
    }
}
