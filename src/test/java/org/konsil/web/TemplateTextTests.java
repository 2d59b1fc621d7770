package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What people read comes from the bundles: templates carry words only as placeholders that Thymeleaf replaces. */
class TemplateTextTests {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[(}]");
    /** Our own name is the same in every language. */
    private static final String NAME = "Konsil";

    private static final List<String> REPLACING =
            List.of("th:text", "th:utext", "th:replace", "th:insert", "sec:authentication");

    @Test
    void noTemplateSpeaksForItself() throws Exception {
        for (var template : templates()) {
            assertThat(literals(template)).as(template.getFilename()).isEmpty();
        }
    }

    @Test
    void everyKeyThatATemplateNamesIsInABundle() throws Exception {
        MessageSource words = new Words().messageSource();
        for (var template : templates()) {
            var missing = KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !isThere(words, key))
                    .distinct();
            assertThat(missing).as(template.getFilename()).isEmpty();
        }
    }

    private static Resource[] templates() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
    }

    private static boolean isThere(MessageSource words, String key) {
        try {
            return words.getMessage(key, null, Locale.ENGLISH) != null;
        } catch (NoSuchMessageException missing) {
            return false;
        }
    }

    private static List<String> literals(Resource template) throws IOException, ParseException {
        var found = new ArrayList<String>();
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                .parse(template.getContentAsString(StandardCharsets.UTF_8), new Literals(found));
        return found;
    }

    /** Collects words outside of style sheets and of every element whose body Thymeleaf replaces. */
    private static final class Literals extends AbstractSimpleMarkupHandler {

        private final Deque<Boolean> replaced = new ArrayDeque<>();
        private final List<String> found;

        Literals(List<String> found) {
            this.found = found;
        }

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
            var own = attributes != null && REPLACING.stream().anyMatch(attributes::containsKey);
            replaced.push(own && !name.equals("html") || name.equals("style") || Boolean.TRUE.equals(replaced.peek()));
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            replaced.pop();
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int column) {
            replaced.pop();
        }

        @Override
        public void handleAutoOpenElement(String name, Map<String, String> attributes, int line, int column) {
            handleOpenElement(name, attributes, line, column);
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            var text = new String(buffer, offset, length);
            if (!Boolean.TRUE.equals(replaced.peek())
                    && text.replace(NAME, "").codePoints().anyMatch(Character::isLetter)) {
                found.add(line + ": " + text.strip());
            }
        }
    }
}
