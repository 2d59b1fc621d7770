package org.konsil.letters;

import java.util.Locale;
import java.util.Map;
import org.konsil.print.Pdf;
import org.springframework.stereotype.Component;

/** Prints a letter, in its own language. */
@Component
class LetterPaper {

    private final Pdf pdf;

    LetterPaper(Pdf pdf) {
        this.pdf = pdf;
    }

    byte[] print(Letter letter, LetterText text) {
        return pdf.of(
                "letters/document", Map.of("letter", letter, "text", text), Locale.forLanguageTag(letter.language()));
    }
}
