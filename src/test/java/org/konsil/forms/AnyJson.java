package org.konsil.forms;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random JSON that often looks like a form or its answers, the same for the same seed. */
final class AnyJson {

    private static final List<String> LEAVES = List.of(
            "null",
            "true",
            "0",
            "-1.5e3",
            "1e999",
            "\"\"",
            "\"x\"",
            "\"=1+\"",
            "\"=a\"",
            "\"textfield\"",
            "\"group\"",
            "\"datetime\"",
            "\"dynamiclist\"",
            "\"select\"",
            "\"2026-01-01\"",
            "\"{{a}}\"",
            "\"<b>\"");
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c",
            "d",
            "key",
            "key",
            "type",
            "type",
            "type",
            "components",
            "validate",
            "min",
            "label",
            "path",
            "values",
            "conditional",
            "hide",
            "required");

    private final Random random;

    AnyJson(long seed) {
        this.random = new Random(seed);
    }

    String value(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "[" + several(depth, this::value) + "]";
            case 2, 3 -> "{" + several(depth, this::member) + "}";
            default -> one(LEAVES);
        };
    }

    private String member(int depth) {
        return "\"" + one(NAMES) + "\":" + value(depth);
    }

    private String several(int depth, java.util.function.IntFunction<String> maker) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(index -> maker.apply(depth - 1))
                .collect(Collectors.joining(","));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
