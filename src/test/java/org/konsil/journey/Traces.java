package org.konsil.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/** A text in every dress in which it may lie in a file: as bytes of three character sets, in Base64 at any offset, in hexadecimal. */
record Traces(String text, Set<String> dresses) {

    private static final int BITS_OF_A_SIGN = 6;

    static Traces of(String text) {
        var dresses = new LinkedHashSet<String>();
        for (var set : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var bytes = text.getBytes(set);
            dresses.add(new String(bytes, StandardCharsets.ISO_8859_1));
            var hex = HexFormat.of().formatHex(bytes);
            dresses.add(hex);
            dresses.add(hex.toUpperCase(Locale.ROOT));
            for (int offset = 0; offset < 3; offset++) {
                dresses.add(base64(bytes, offset));
            }
        }
        return new Traces(text, dresses);
    }

    /** The signs that depend on these bytes alone, wherever in a longer text they start. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var signs = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (offset * 8 + BITS_OF_A_SIGN - 1) / BITS_OF_A_SIGN;
        int to = shifted.length * 8 / BITS_OF_A_SIGN;
        return signs.substring(from, to);
    }

    boolean in(String content) {
        return dresses.stream().anyMatch(content::contains);
    }

    /** The files under this folder, keys and archives included, in which it lies. */
    List<Path> in(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(this::inFile).toList();
        }
    }

    /** The entries of a ZIP archive in which it lies once they are unpacked. */
    List<String> inArchive(Path archive) throws IOException {
        var found = new ArrayList<String>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var content = zip.getInputStream(entry)) {
                    if (in(unpacked(content.readAllBytes()))) {
                        found.add(entry.getName());
                    }
                }
            }
        }
        return found;
    }

    static List<String> entries(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private boolean inFile(Path file) {
        try {
            return file.getFileName().toString().endsWith(".zip")
                    ? !inArchive(file).isEmpty()
                    : in(unpacked(Files.readAllBytes(file)));
        } catch (java.nio.file.NoSuchFileException e) {
            return false; // moved on while it was looked for
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] content) throws IOException {
        boolean gzip = content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
        if (gzip) {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        }
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return text;
    }
}
