package org.konsil.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.konsil.engine.log.FailingDisk.Call;
import org.konsil.engine.log.FailingDisk.Way;

/** Disks that are full, break, or lose what they had not yet written when the power goes. */
class FailingDiskTests {

    private static final int TEXTS = 60;

    private final LogOnDisk place = new LogOnDisk();
    private final FailingDisk disk = new FailingDisk();
    private final CompletableFuture<String> stopped = new CompletableFuture<>();
    private final List<String> written = new ArrayList<>();
    private final List<CompletableFuture<Void>> promises = new ArrayList<>();

    private SegmentedLog open() throws IOException {
        return new SegmentedLog(
                new LogSettings(place.folder, LogOnDisk.SEGMENT, true, disk),
                (sentence, cause) -> stopped.complete(sentence));
    }

    /** Appends in groups of random size until all is written or the disk fails. */
    private void write(SegmentedLog log, Random chance) {
        for (int i = 0; i < TEXTS && !stopped.isDone(); i++) {
            promises.add(LogOnDisk.append(log, "text number " + i));
            written.add("text number " + i);
            if (chance.nextInt(3) == 0) await(promises.getLast());
        }
        if (!promises.isEmpty()) await(promises.getLast());
    }

    private void await(CompletableFuture<Void> promise) {
        CompletableFuture.anyOf(promise, stopped)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private List<String> acknowledged() {
        int count = 0;
        while (count < promises.size() && promises.get(count).isDone()) count++;
        assertThat(promises.subList(count, promises.size())).noneMatch(CompletableFuture::isDone);
        return written.subList(0, count);
    }

    @Property(tries = 250)
    void whateverFailsNothingAcknowledgedIsLost(
            @ForAll Call call, @ForAll Way way, @ForAll @IntRange(min = 1, max = 70) int nth, @ForAll long seed)
            throws IOException {
        var one = new FailingDiskTests();
        var chance = new Random(seed);
        try (var log = one.open()) {
            one.disk.failAt(call, nth, way);
            one.write(log, chance);
            if (one.stopped.isDone())
                assertThat(one.stopped.join()).contains("stops at once").contains("make room");
        } catch (IOException refused) {
            assertThat(one.disk.hasFailed()).isTrue();
        }
        if (one.disk.hasFailed()) {
            // after a failing fsync nobody knows what is on disk: no second try, on no file
            assertThat(one.disk.askedAfterwards()).doesNotContain(Call.WRITE, Call.FORCE, Call.CREATE, Call.MOVE);
        } else assertThat(one.acknowledged()).hasSize(TEXTS);
        one.isWholeAfterAPowerCut(chance);
    }

    private static void assertBegins(List<String> read, List<String> owed) {
        assertThat(read).hasSizeGreaterThanOrEqualTo(owed.size());
        assertThat(read.subList(0, owed.size())).isEqualTo(owed);
    }

    private void isWholeAfterAPowerCut(Random chance) throws IOException {
        var owed = List.copyOf(acknowledged());
        disk.powerCut(chance);
        var read = place.read();
        assertThat(written.subList(0, read.size())).isEqualTo(read);
        assertBegins(read, owed);
        place.write(List.of("after the cut"));
        var expected = new ArrayList<>(read);
        expected.add("after the cut");
        assertThat(place.read()).isEqualTo(expected);
    }

    @Property(tries = 100)
    void aPowerCutAtAnyMomentLosesNothingAcknowledged(@ForAll long seed) throws IOException {
        var one = new FailingDiskTests();
        var chance = new Random(seed);
        try (var log = one.open()) {
            one.write(log, chance);
            for (int i = 0; i < 5; i++) { // these nobody waits for; the disk stops somewhere in them
                one.disk.failAt(Call.FORCE, 1 + chance.nextInt(2), Way.BROKEN);
                one.promises.add(LogOnDisk.append(log, "last " + i));
                one.written.add("last " + i);
            }
        }
        one.isWholeAfterAPowerCut(chance);
    }

    @Property(tries = 100)
    void recoveryMayFailAsWellAndIsRepeated(
            @ForAll Call call, @ForAll Way way, @ForAll @IntRange(min = 1, max = 3) int nth, @ForAll long seed)
            throws IOException {
        var one = new FailingDiskTests();
        var chance = new Random(seed);
        try (var log = one.open()) {
            one.disk.failAt(Call.FORCE, 1 + chance.nextInt(40), Way.BROKEN);
            one.write(log, chance);
        }
        var owed = List.copyOf(one.acknowledged());
        one.disk.powerCut(chance);
        var second = new FailingDisk();
        second.failAt(call, nth, way);
        try (var log = new SegmentedLog(
                new LogSettings(one.place.folder, LogOnDisk.SEGMENT, true, second), (sentence, cause) -> {})) {
            assertBegins(LogOnDisk.read(log), owed);
        } catch (IOException refused) {
            assertThat(second.hasFailed()).isTrue();
        }
        second.powerCut(chance);
        assertBegins(one.place.read(), owed);
    }

    @Test
    void aFullDiskRefusesTheStart() {
        disk.failAt(Call.WRITE, 1, Way.NO_SPACE);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("No space left");
    }

    @Test
    void afterAFailedForceNothingIsTakenAndNothingIsTold() throws IOException {
        try (var log = open()) {
            LogOnDisk.append(log, "one").orTimeout(20, TimeUnit.SECONDS).join();
            disk.failAt(Call.FORCE, 1, Way.BROKEN);
            var two = LogOnDisk.append(log, "two");
            assertThat(stopped.orTimeout(20, TimeUnit.SECONDS).join())
                    .contains("cannot be written (Input/output error)")
                    .contains("Nothing that was acknowledged is lost");
            assertThat(two).isNotDone();
            assertThat(LogOnDisk.read(log)).containsExactly("one");
            assertThat(LogOnDisk.append(log, "three")).isNotDone();
        }
        assertThat(disk.askedAfterwards()).isEmpty();
    }
}
