package org.konsil.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What each account and address has left. Kept in memory, on each node of its own; who is not seen for an hour is forgotten. */
@Component
class Allowances {

    /** @param what which limit @param who the account or address */
    record Key(String what, String who) {}

    private static final int MOST = 200_000;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final TimeMeter time;

    Allowances(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes one of the allowance. @return how long to wait for the next; zero if this one was left */
    Duration take(Key key, int most, Duration in) {
        return Duration.ofNanos(
                bucket(key, most, in).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Takes nothing. @return how long to wait until one is left */
    Duration left(Key key, int most, Duration in) {
        return Duration.ofNanos(
                bucket(key, most, in).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    void restore(Key key) {
        buckets.invalidate(key);
    }

    private Bucket bucket(Key key, int most, Duration in) {
        return buckets.get(
                key,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, in))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
