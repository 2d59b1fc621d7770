package org.konsil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sessions there are on all nodes together, so that one can be ended from anywhere; felt within seconds. */
@Repository
class SessionLedger {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration longest;

    /** How often something was ended here: what was read before one of them is not kept after it. */
    private final AtomicLong ends = new AtomicLong();

    private final Cache<String, Optional<String>> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    SessionLedger(JdbcClient jdbc, Clock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.longest = settings.absolute().plusDays(1);
    }

    /** @return the new session's key */
    String begin(String userId, @Nullable String subject, @Nullable String sid) {
        jdbc.sql("DELETE FROM sign_in_session WHERE signed_in_at < ?")
                .param(utc(clock.instant().minus(longest)))
                .update();
        var key = newKey();
        jdbc.sql("INSERT INTO sign_in_session (session_key, user_id, subject, provider_sid, signed_in_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(key, userId, subject, sid, utc(clock.instant()))
                .update();
        return key;
    }

    /** Why it has ended; empty while it goes on. */
    Optional<String> ended(String key) {
        var known = recent.getIfPresent(key);
        if (known == null) {
            var before = ends.get();
            known = read(key); // nobody waits for another's answer of the database inside the cache
            recent.put(key, known);
            if (ends.get() != before) {
                recent.invalidate(key);
            }
        }
        return known;
    }

    void end(String key, String why) {
        end("session_key = ?", why, key);
    }

    /** @return how many there were */
    int endAllOf(String userId, String why) {
        return end("user_id = ?", why, userId);
    }

    /** As the provider tells: its session, or all sessions of a subject. */
    int endAtProvider(@Nullable String subject, @Nullable String sid, String why) {
        return sid == null
                ? subject == null ? 0 : end("subject = ?", why, subject)
                : subject == null
                        ? end("provider_sid = ?", why, sid)
                        : end("provider_sid = ? AND subject = ?", why, sid, subject);
    }

    private int end(String which, String why, String... values) {
        var statement = jdbc.sql(
                        "UPDATE sign_in_session SET ended_at = ?, ended_why = ? WHERE ended_at IS NULL AND " + which)
                .params(utc(clock.instant()), why);
        for (var value : values) {
            statement = statement.param(value);
        }
        var count = statement.update();
        ends.incrementAndGet();
        recent.invalidateAll();
        return count;
    }

    /** A session that nobody has noted has ended as well. */
    private Optional<String> read(String key) {
        return jdbc.sql("SELECT COALESCE(ended_why, '') FROM sign_in_session WHERE session_key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .or(() -> Optional.of("unknown"))
                .filter(why -> !why.isEmpty());
    }

    private static String newKey() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
