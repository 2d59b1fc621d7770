package org.konsil.engine.log;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;

/** A log in a folder that tests write, damage and read again; every text is one append of one position. */
final class LogOnDisk {

    static final int SEGMENT = 512;

    final Path folder;

    LogOnDisk() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "logs")), "log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SegmentedLog open() {
        try {
            return new SegmentedLog(new LogSettings(folder, SEGMENT, false), (sentence, cause) -> {
                throw new AssertionError(sentence, cause);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends each text after the one before is on disk. */
    void write(List<String> texts) throws IOException {
        try (var log = open()) {
            for (var text : texts)
                append(log, text).orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    static CompletableFuture<Void> append(SegmentedLog log, String text) {
        long position = Math.max(0, log.appendedPosition()) + 1;
        var done = new CompletableFuture<Void>();
        log.append(position, position, new Text(text), new AppendListener() {
            @Override
            public void onCommit(long index, long highest) {
                done.complete(null);
            }
        });
        return done;
    }

    List<String> read() throws IOException {
        try (var log = open()) {
            return read(log);
        }
    }

    static List<String> read(SegmentedLog log) {
        var texts = new ArrayList<String>();
        try (var reader = log.newReader()) {
            while (reader.hasNext()) {
                var payload = reader.next();
                texts.add(payload.getStringWithoutLengthUtf8(0, payload.capacity()));
            }
        }
        return texts;
    }

    List<Path> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static void flip(Path segment, int bit) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, bit / 8);
            one.put(0, (byte) (one.get(0) ^ 1 << bit % 8)).flip();
            channel.write(one, bit / 8);
        }
    }

    static void overwrite(Path segment, int from, byte[] garbage) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
    }

    private record Text(String text) implements BufferWriter {

        @Override
        public int getLength() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public int write(MutableDirectBuffer buffer, int offset) {
            return buffer.putStringWithoutLengthUtf8(offset, text);
        }
    }
}
