package org.konsil.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that try to reach Java, files or the network through their expressions. */
class HostileRulesTests {

    private static final String MARK = "konsil.hostile.mark";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function(key, value) external { java: { class: \"java.lang.System\", method signature:"
                        + " \"setProperty(java.lang.String, java.lang.String)\" } })(\"konsil.hostile.mark\", \"yes\")",
                "{f: function(key, value) external { java: { class: \"java.lang.System\", method_signature:"
                        + " \"setProperty(java.lang.String, java.lang.String)\" } },"
                        + " r: f(\"konsil.hostile.mark\", \"yes\")}.r",
                "java.lang.System.setProperty(\"konsil.hostile.mark\", \"yes\")",
                "age.getClass().forName(\"java.lang.System\")",
                "${System.setProperty('konsil.hostile.mark','yes')}"
            })
    void anExpressionReachesNothingOfJava(String expression) {
        var rules = Rules.of("classpath:rules/*.dmn");
        try {
            rules.replaceWith(Map.of("hostile.dmn", dmn(expression).getBytes(StandardCharsets.UTF_8)));
            var answer =
                    String.valueOf(rules.decide("hostile", Map.of("age", 4)).answer());
            assertThat(answer).doesNotContain("class java", "yes");
        } catch (RuntimeException refused) {
            assertThat(refused).isNotInstanceOf(LinkageError.class);
        }
        assertThat(System.getProperty(MARK)).isNull();
    }

    @Test
    @Timeout(20)
    void anExpressionThatWouldNotEndIsARuleThatFails() {
        var rules = Rules.of("classpath:rules/*.dmn");
        var endless = "every x in 1..90000, y in 1..90000 satisfies x > 0";
        rules.replaceWith(Map.of("hostile.dmn", dmn(endless).getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> rules.decide("hostile", Map.of("age", 4))).isInstanceOf(RuleFailed.class);
    }

    @Test
    void aTableOfRulesReadsNoFile() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "the-secret");
        var text = "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>" + dmn("\"&s;\"");
        var rules = Rules.of("classpath:rules/*.dmn");
        try {
            rules.replaceWith(Map.of("hostile.dmn", text.getBytes(StandardCharsets.UTF_8)));
            assertThat(String.valueOf(rules.decide("hostile", Map.of("age", 4)).answer()))
                    .doesNotContain("the-secret");
        } catch (RuntimeException refused) {
            assertThat(refused.getMessage()).doesNotContain("the-secret");
        }
    }

    private static String dmn(String expression) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="hostile" name="hostile"><variable name="x"/>
                    <literalExpression><text><![CDATA[%s]]></text></literalExpression>
                  </decision>
                </definitions>""".formatted(expression).replace("<![CDATA[\"&s;\"]]>", "\"&s;\"");
    }
}
