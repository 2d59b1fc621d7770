package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTests {

    private final MessageSource words = new Words().messageSource();

    WordsTests() throws IOException {}

    @Test
    void everyModulesWordsAreFound() {
        assertThat(words.getMessage("web.refusal.reference", null, Locale.FRENCH))
                .isEqualTo("Reference");
        assertThat(words.getMessage("refusal.not-signed-in.what", null, Locale.ENGLISH))
                .isEqualTo("You are not signed in.");
    }

    @Test
    void anApostropheIsWrittenTwiceBecauseMessagesAreFormats() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var bundle = new Properties();
            try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                bundle.load(text);
            }
            bundle.forEach((key, value) -> {
                assertThat(value.toString().replace("''", ""))
                        .as("%s in %s", key, file.getFilename())
                        .doesNotContain("'");
                assertThat(new MessageFormat(value.toString())).isNotNull();
            });
        }
    }

    @Test
    void aRefusalIsToldInThreeSentences() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var bundle = new Properties();
            try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                bundle.load(text);
            }
            bundle.stringPropertyNames().stream()
                    .filter(key -> key.matches("refusal\\.(?!general).*\\.what"))
                    .map(key -> key.substring(0, key.length() - ".what".length()))
                    .forEach(code -> assertThat(bundle).as(code).containsKeys(code + ".why", code + ".do"));
        }
    }
}
