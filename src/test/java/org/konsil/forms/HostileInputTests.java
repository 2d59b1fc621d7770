package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konsil.forms.SomeForms.form;
import static org.konsil.forms.SomeForms.forms;
import static org.konsil.forms.SomeForms.json;
import static org.konsil.forms.SomeForms.wrong;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.kernel.Refusal;

class HostileInputTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no json                                                                       |                     | no JSON
            []                                                                            |                     | object
            {'components':{}}                                                             | /components         | list
            {'components':[{'type':'iframe'}]}                                            | /components/0/type  | “iframe”
            {'components':[{'type':'group','components':[{'type':'x'}]}]}                 | /components/0/components/0/type | “x”
            {'components':[{'type':'textfield'}]}                                         | /components/0/key   | no key
            {'components':[{'type':'textfield','key':'a b'}]}                             | /components/0/key   | no key
            {'components':[{'type':'dynamiclist','label':'x'}]}                           | /components/0/path  | path
            {'components':[{'type':'textfield','key':'a','conditional':{'hide':'=1 +'}}]} | /components/0/conditional/hide | FEEL
            {'components':[{'type':'textfield','key':'a','validate':{'pattern':'['}}]}    | /components/0/validate/pattern | regular
            {'components':[{'type':'textfield','key':'a'},{'type':'number','key':'a'}]}   |                     | “a”
            {'components':[{'type':'textfield','key':'a'},{'type':'number','key':'a.b'}]} |                     | “a.b”
            """)
    void aBrokenFormSaysWhereItIsBroken(String schema, String pointer, String reason) {
        assertThatThrownBy(() -> forms().parse(schema.replace('\'', '"')))
                .isInstanceOfSatisfying(BrokenForm.class, broken -> {
                    var field = broken.fields().getFirst();
                    assertThat(field.pointer()).isEqualTo(pointer == null ? "" : pointer);
                    assertThat(field.reason()).contains(reason);
                });
    }

    @Test
    void nestingWithoutEndIsRefused() {
        var deep = "{\"type\":\"group\",\"components\":[".repeat(5_000);

        assertThatThrownBy(() -> forms().parse("{\"components\":[" + deep)).isInstanceOf(BrokenForm.class);
        var twenty = "{\"type\":\"group\",\"components\":[".repeat(20) + "]}".repeat(20);
        assertThatThrownBy(() -> forms().parse("{\"components\":[" + twenty + "]}"))
                .isInstanceOf(BrokenForm.class);
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsGivenUp() {
        var form = form("{'type':'textfield','key':'a','label':'A','validate':{'pattern':'^(a+)+$'}}");

        assertThat(wrong(form, "{'a':'" + "a".repeat(400) + "!'}")).hasSize(1);
    }

    @Test
    void aFormWhoseExpressionsWouldNotEndIsGivenUp() {
        var form = form("{'type':'textfield','key':'a','label':'A','conditional':{'hide':"
                + "'=every x in 1..90000, y in 1..90000 satisfies x > 0'}},"
                + "{'type':'textfield','key':'b','label':'B','validate':{'required':true}}");

        assertThatThrownBy(() -> wrong(form, "{}")).isInstanceOf(FormTooHeavy.class);
    }

    @Test
    void anExpressionThatIsNestedWithoutEndIsABrokenForm() {
        var deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);

        assertThatThrownBy(
                        () -> form("{'type':'textfield','key':'a','label':'A','conditional':{'hide':'=" + deep + "'}}"))
                .isInstanceOf(BrokenForm.class);
    }

    @Test
    void charactersThatNoDatabaseKeepsAreRefused() {
        var form = form("{'type':'textfield','key':'a','label':'A'}");

        assertThat(wrong(form, "{'a':'x\\u0000y'}")).hasSize(1);
        assertThat(wrong(form, "{'a':'x\\ud800'}")).hasSize(1);
        assertThat(wrong(form, "{'a':'\\ud83d\\ude00'}")).isEmpty();
    }

    @Test
    void thousandsOfUnknownFieldsBringAFewErrors() {
        var form = form("{'type':'textfield','key':'a','label':'A'}");
        var many = new StringBuilder("{'a':'x'");
        for (var index = 0; index < 20_000; index++) {
            many.append(",'u").append(index).append("':1");
        }

        assertThat(wrong(form, many + "}")).hasSize(50);
    }

    @Property(tries = 500)
    void anyJsonIsAFormOrARefusal(@ForAll long seed) {
        var any = new AnyJson(seed).value(5);
        try {
            forms().parse("{\"id\":\"x\",\"components\":" + any + "}");
        } catch (Refusal expected) {
            assertThat(expected.fields()).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void anyJsonIsAnAnswerOrHasErrors(@ForAll long seed) {
        var any = new AnyJson(seed).value(5);
        var form = form(
                "{'type':'textfield','key':'a','label':'A'}",
                "{'type':'number','key':'b.c','label':'B'}",
                "{'type':'select','key':'d','values':[{'value':1}]}",
                "{'type':'taglist','key':'key','values':[{'value':'x'}]}",
                "{'type':'datetime','key':'min','conditional':{'hide':'=a = b.c'}}",
                "{'type':'dynamiclist','path':'components','components':[{'type':'checkbox','key':'type'}]}");
        var answers = form.read(json(any), json("{}"));
        var wrong = form.validate(answers, Locale.ENGLISH);
        var kept = form.asJson(answers);

        assertThat(form.validate(form.read(kept, json("{}")), Locale.ENGLISH).size())
                .isLessThanOrEqualTo(wrong.size());
    }
}
