package org.konsil.letters;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter as it is read, whole. {@code closing}: the last lines: greetings, who signs, where. */
record LetterText(String title, String greeting, List<Block> blocks, List<String> closing, String footer) {

    /** A heading, a paragraph, or a recommendation; {@code more}: for a recommendation, what the clinician says of it in their own words. */
    record Block(Kind kind, String text, String more) {

        static Block heading(String text) {
            return new Block(Kind.HEADING, text, "");
        }

        static Block text(String text) {
            return new Block(Kind.TEXT, text, "");
        }
    }

    /** What a block is. */
    enum Kind {
        HEADING,
        TEXT,
        ITEM
    }

    LetterText {
        blocks = List.copyOf(blocks);
        closing = List.copyOf(closing);
    }

    /** For a form's preview, and to be searched. */
    String plain() {
        var lines = Stream.of(
                Stream.of(title, greeting),
                blocks.stream().map(LetterText::plain),
                Stream.of(String.join("\n", closing)),
                Stream.of(footer));
        return lines.flatMap(it -> it).collect(Collectors.joining("\n\n"));
    }

    private static String plain(Block block) {
        return switch (block.kind()) {
            case HEADING, TEXT -> block.text();
            case ITEM -> "- " + block.more() + " " + block.text();
        };
    }
}
