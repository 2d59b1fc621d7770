package org.konsil.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log cut, and damaged, at every byte of its last three frames: within one segment, and with a border of segments between them. */
class TornTailTests {

    private static final int WITHIN = 8;
    private static final int ACROSS = 12;
    private static final int TAIL = 3;

    private static LogOnDisk scratch;

    /** What may stand behind the last byte that reached the disk. */
    enum Behind {
        ZEROES,
        GARBAGE,
        THE_END_OF_THE_FILE
    }

    /** One frame of the log; what follows its whole is padding. */
    private record Place(Path segment, int from, int whole, int to) {}

    @BeforeAll
    static void oneFolderForAll() {
        scratch = new LogOnDisk();
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text number " + i).toList();
    }

    private static LogOnDisk written(int count) throws IOException {
        var disk = new LogOnDisk();
        disk.write(texts(count));
        return disk;
    }

    private static List<Place> places(LogOnDisk disk) throws IOException {
        var places = new ArrayList<Place>();
        for (var segment : disk.segments()) {
            int end = Segments.end(segment);
            try (var open = new Segment(segment, 1, Disk.real().open(segment))) {
                for (int at = Segment.START; at < end; at = places.getLast().to()) {
                    int length = Frame.length(open.bytes, at);
                    places.add(new Place(segment, at, at + Frame.HEADER + length, at + Frame.size(length)));
                }
            }
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource
    void aLogThatEndsAtAnyByteIsReadUpToItsLastWholeFrame(Behind behind) throws IOException {
        for (int count : new int[] {WITHIN, ACROSS}) {
            var disk = written(count);
            var places = places(disk);
            for (int frame = count - TAIL; frame < count; frame++) {
                var place = places.get(frame);
                for (int at = place.from(); at < place.to(); at++) {
                    again(disk);
                    for (var later : scratch.segments())
                        if (later.getFileName().compareTo(place.segment().getFileName()) > 0) Files.delete(later);
                    cut(scratch.folder.resolve(place.segment().getFileName()), at, behind);
                    int whole = at >= place.whole() ? frame + 1 : frame;
                    isPrefix(texts(count), whole, whole);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WITHIN, ACROSS})
    void aFlippedBitInAnyByteIsRefusedUnlessNothingShowsThatTheFrameWasThere(int count) throws IOException {
        var disk = written(count);
        var places = places(disk);
        var chance = new Random(count);
        for (int frame = count - TAIL; frame < count; frame++) {
            var place = places.get(frame);
            for (int at = place.from(); at < place.to(); at++) {
                again(disk);
                LogOnDisk.flip(scratch.folder.resolve(place.segment().getFileName()), at * 8 + chance.nextInt(8));
                if (frame == count - 1) isPrefix(texts(count), frame, count);
                else isRefusedOrWhole(texts(count));
            }
        }
    }

    @Test
    void aCutSegmentBeforeAnotherOneIsRefused() throws IOException {
        var disk = written(ACROSS);
        var last = places(disk).stream()
                .filter(place -> place.segment().equals(firstOf(disk)))
                .toList()
                .getLast();
        for (int at = last.from(); at < last.to() - 8; at++) {
            again(disk);
            cut(scratch.segments().getFirst(), at, Behind.ZEROES);
            assertThatThrownBy(scratch::read)
                    .isInstanceOf(LogDamaged.class)
                    .hasMessageContaining("were acknowledged and cannot be read")
                    .hasMessageContaining("from the same backup");
        }
    }

    @Test
    void aMissingSegmentIsRefusedEvenWhenTheNextOneWasNeverWritten() throws IOException {
        var disk = written(ACROSS + 10);
        again(disk);
        assertThat(scratch.segments()).hasSize(3);
        Files.delete(scratch.segments().get(1));
        cut(scratch.segments().getLast(), Segment.START, Behind.ZEROES);
        assertThatThrownBy(scratch::read).isInstanceOf(LogDamaged.class).hasMessageContaining("lacks a file");
    }

    /** Reads the scratch log twice, with writing in between. */
    private static void isPrefix(List<String> texts, int least, int most) throws IOException {
        var read = scratch.read();
        assertThat(read).hasSizeBetween(least, most).isEqualTo(texts.subList(0, read.size()));
        scratch.write(List.of("after the crash"));
        var expected = new ArrayList<>(read);
        expected.add("after the crash");
        assertThat(scratch.read()).isEqualTo(expected);
    }

    private static void isRefusedOrWhole(List<String> texts) throws IOException {
        try {
            assertThat(scratch.read()).isEqualTo(texts); // padding belongs to nobody
        } catch (LogDamaged refused) {
            assertThat(refused).hasMessageContaining("Restore the engine's folder");
        }
    }

    private static void cut(Path segment, int at, Behind behind) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int rest = Math.toIntExact(channel.size()) - at;
            var bytes = new byte[rest];
            if (behind == Behind.GARBAGE) {
                new Random(at).nextBytes(bytes);
                var old = ByteBuffer.allocate(1);
                channel.read(old, at);
                if (bytes[0] == old.get(0)) bytes[0]++;
            }
            if (behind == Behind.THE_END_OF_THE_FILE) channel.truncate(at);
            else channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private static Path firstOf(LogOnDisk disk) {
        try {
            return disk.segments().getFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The scratch folder holds what the other one does. */
    private static void again(LogOnDisk disk) throws IOException {
        for (var segment : scratch.segments()) Files.delete(segment);
        for (var segment : disk.segments()) Files.copy(segment, scratch.folder.resolve(segment.getFileName()));
    }
}
