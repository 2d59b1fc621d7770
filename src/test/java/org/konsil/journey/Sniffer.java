package org.konsil.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds many texts in bytes in one pass over them. */
final class Sniffer {

    /** The dresses that begin with these two bytes. */
    private final Map<Integer, List<Dress>> byBeginning = new HashMap<>();

    private final boolean[] begins = new boolean[1 << 16];

    private record Dress(byte[] bytes, String of) {}

    Sniffer(Collection<Traces> wanted) {
        for (var traces : wanted) {
            for (var dress : traces.dresses()) {
                var bytes = dress.getBytes(StandardCharsets.ISO_8859_1);
                int beginning = beginning(bytes, 0);
                begins[beginning] = true;
                byBeginning
                        .computeIfAbsent(beginning, none -> new ArrayList<>())
                        .add(new Dress(bytes, traces.text()));
            }
        }
    }

    /** Which of the texts lie in it, in any dress. */
    TreeSet<String> in(byte[] content) {
        var found = new TreeSet<String>();
        for (int at = 0; at + 1 < content.length; at++) {
            int beginning = beginning(content, at);
            if (begins[beginning]) {
                for (var dress : byBeginning.getOrDefault(beginning, List.of())) {
                    int end = at + dress.bytes().length;
                    if (end <= content.length
                            && Arrays.equals(content, at, end, dress.bytes(), 0, dress.bytes().length)) {
                        found.add(dress.of());
                    }
                }
            }
        }
        return found;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
