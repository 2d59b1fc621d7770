package org.konsil.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SegmentedLogTests {

    private final LogOnDisk disk = new LogOnDisk();

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text number " + i).toList();
    }

    @Property(tries = 40)
    void whatIsWrittenIsRead(@ForAll @Size(max = 40) List<@AlphaChars @StringLength(min = 1, max = 900) String> texts)
            throws IOException {
        var fresh = new LogOnDisk();
        fresh.write(texts);
        assertThat(fresh.read()).isEqualTo(texts);
    }

    @Property(tries = 150)
    void aFlippedBitIsNeverReadAsData(
            @ForAll @IntRange(min = 2, max = 30) int count, @ForAll @IntRange(max = 1 << 20) int where)
            throws IOException {
        var fresh = new LogOnDisk();
        var texts = texts(count);
        fresh.write(texts);
        var segments = fresh.segments();
        LogOnDisk.flip(segments.get(where % segments.size()), where % (LogOnDisk.SEGMENT * 8));
        List<String> read;
        try {
            read = fresh.read();
        } catch (LogDamaged refused) {
            return;
        }
        // only the last append has no later one that proves it was on disk
        assertThat(read).isIn(texts, texts.subList(0, count - 1));
    }

    @Property(tries = 60)
    void aTornTailIsCutAndWritingGoesOn(@ForAll @IntRange(min = 1, max = 20) int count, @ForAll long seed)
            throws IOException {
        var fresh = new LogOnDisk();
        fresh.write(texts(count));
        var last = fresh.segments().getLast();
        int end = Segments.end(last);
        var garbage = new byte[LogOnDisk.SEGMENT - end];
        new Random(seed).nextBytes(garbage);
        LogOnDisk.overwrite(last, end, garbage);
        fresh.write(List.of("after the crash"));
        var expected = new ArrayList<>(texts(count));
        expected.add("after the crash");
        assertThat(fresh.read()).isEqualTo(expected);
    }

    @Test
    void aTailThatClaimsToBeEndlessIsCutAsWell() throws IOException {
        disk.write(texts(3));
        var last = disk.segments().getLast();
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 40, Integer.MIN_VALUE, -1, 0}) {
            var garbage = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length);
            LogOnDisk.overwrite(last, Segments.end(last), garbage.array());
            assertThat(disk.read()).isEqualTo(texts(3));
        }
    }

    @Test
    void aHalfWrittenAppendIsForgotten() throws IOException {
        disk.write(texts(3));
        var last = disk.segments().getLast();
        LogOnDisk.overwrite(last, Segments.end(last) - 8, new byte[8]);
        assertThat(disk.read()).isEqualTo(texts(2));
        disk.write(List.of("again"));
        assertThat(disk.read()).containsExactly("text number 0", "text number 1", "again");
    }

    @Test
    void aMissingSegmentIsRefusedWithAdvice() throws IOException {
        disk.write(texts(40));
        assertThat(disk.segments()).hasSizeGreaterThan(3);
        Files.delete(disk.segments().get(1));
        assertThatThrownBy(disk::read)
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("damaged or lacks a file after position")
                .hasMessageContaining("from the same backup");
    }

    @Test
    void aSegmentThatWasNeverFinishedIsNoSegment() throws IOException {
        disk.write(texts(3));
        Files.write(disk.folder.resolve("%020d.log.new".formatted(99)), new byte[100], StandardOpenOption.CREATE);
        assertThat(disk.read()).isEqualTo(texts(3));
        assertThat(disk.segments()).hasSize(1);
    }

    @Test
    void theEndIsFoundBeforeASegmentThatWasOnlyBegun() throws IOException {
        disk.write(texts(3));
        Segments.begin(disk.folder, 4, LogOnDisk.SEGMENT);
        try (var log = disk.open();
                var reader = log.newReader()) {
            for (long position : new long[] {3, 4, Long.MAX_VALUE}) {
                reader.seek(position);
                var last = reader.next();
                assertThat(last.getStringWithoutLengthUtf8(0, last.capacity())).isEqualTo("text number 2");
                assertThat(reader.hasNext()).isFalse();
            }
            LogOnDisk.append(log, "after the kill").join();
            assertThat(reader.hasNext()).isTrue();
        }
        assertThat(disk.read()).containsExactly("text number 0", "text number 1", "text number 2", "after the kill");
    }

    @Test
    void onlySegmentsBelowTheBoundAreDeleted() throws IOException {
        disk.write(texts(40));
        try (var log = disk.open()) {
            int before = log.segmentCount();
            assertThat(log.compact(1)).isZero();
            int deleted = log.compact(20);
            assertThat(deleted).isPositive();
            assertThat(log.segmentCount()).isEqualTo(before - deleted);
            assertThat(log.firstPosition()).isLessThanOrEqualTo(20);
            assertThat(LogOnDisk.read(log)).contains("text number 19", "text number 39");
        }
        assertThat(disk.read()).contains("text number 19").doesNotContain("text number 0");
    }

    @Test
    void aReaderSeesOnlyWhatIsOnDiskAndGoesOnAcrossSegments() throws IOException {
        try (var log = disk.open()) {
            var reader = log.newReader();
            assertThat(reader.hasNext()).isFalse();
            var written =
                    texts(40).stream().map(text -> LogOnDisk.append(log, text)).toList();
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).join();
            int read = 0;
            while (reader.hasNext()) {
                reader.next();
                read++;
            }
            assertThat(read).isEqualTo(40);
            reader.seek(25);
            var payload = reader.next();
            assertThat(payload.getStringWithoutLengthUtf8(0, payload.capacity()))
                    .isEqualTo("text number 24");
        }
    }

    @Test
    void aFailedWriteStopsOnceWithASentence() throws IOException {
        var stopped = new CompletableFuture<String>();
        var log = new SegmentedLog(
                new LogSettings(disk.folder, LogOnDisk.SEGMENT, false),
                (sentence, cause) -> stopped.complete(sentence));
        LogOnDisk.append(log, "one").join();
        // the folder goes away: no further segment can be made
        for (var segment : disk.segments()) Files.delete(segment);
        Files.delete(disk.folder);
        LogOnDisk.append(log, "x".repeat(LogOnDisk.SEGMENT));
        assertThat(stopped.join()).contains("cannot be written").contains("make room");
        assertThat(LogOnDisk.append(log, "more")).isNotDone();
        assertThat(LogOnDisk.read(log)).containsExactly("one");
    }
}
