package org.konsil.engine.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** The list that makes a folder of files a snapshot: its positions, length and CRC-32C of each file, and at last the CRC-32C of the list itself. */
record Contents(long processed, long known, Map<String, Sum> files) {

    static final String NAME = "contents";

    private static final String HEAD = "konsil-snapshot 1";

    record Sum(long length, String crc) {}

    /** Reads the list; fails when it is not whole. */
    static Contents read(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8);
        if (lines.size() < 4 || !lines.getFirst().equals(HEAD)) throw new IOException("its list is cut short");
        var body = lines.subList(0, lines.size() - 1);
        if (!lines.getLast().equals("whole " + crc(text(body)))) throw new IOException("its list is damaged");
        var files = new TreeMap<String, Sum>();
        for (var line : body.subList(3, body.size())) {
            var words = line.split(" ", 4);
            files.put(words[3], new Sum(Long.parseLong(words[2]), words[1]));
        }
        return new Contents(number(body.get(1)), number(body.get(2)), files);
    }

    /** Writes the list and waits until it is on disk. */
    void write(Path folder) throws IOException {
        var lines = new java.util.ArrayList<String>();
        lines.add(HEAD);
        lines.add("processed " + processed);
        lines.add("known " + known);
        files.forEach((name, sum) -> lines.add("file %s %d %s".formatted(sum.crc(), sum.length(), name)));
        lines.add("whole " + crc(text(lines)));
        Files.writeString(folder.resolve(NAME), text(lines));
        Folders.force(folder.resolve(NAME));
        Folders.force(folder);
    }

    /** What is wrong with the files, if anything. */
    Optional<String> flaw(Path folder) {
        for (var file : files.entrySet()) {
            try {
                if (!sum(folder.resolve(file.getKey())).equals(file.getValue()))
                    return Optional.of("%s is not what was written".formatted(file.getKey()));
            } catch (IOException e) {
                return Optional.of("%s cannot be read: %s".formatted(file.getKey(), e));
            }
        }
        return Optional.empty();
    }

    static Sum sum(Path file) throws IOException {
        var crc = new CRC32C();
        var buffer = ByteBuffer.allocateDirect(1 << 16);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer.clear()) >= 0) crc.update(buffer.flip());
            return new Sum(channel.size(), hex(crc));
        }
    }

    private static String text(Iterable<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String crc(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(crc);
    }

    private static String hex(CRC32C crc) {
        return "%08x".formatted(crc.getValue());
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
