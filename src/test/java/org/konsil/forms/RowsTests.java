package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.forms.SomeForms.NOTHING;
import static org.konsil.forms.SomeForms.form;
import static org.konsil.forms.SomeForms.json;
import static org.konsil.forms.SomeForms.posted;
import static org.konsil.forms.SomeForms.wrong;

import org.junit.jupiter.api.Test;

class RowsTests {

    private final Form form = form("{'type':'dynamiclist','path':'signatories','label':'Signatories',"
            + "'validate':{'minItems':1,'maxItems':3},'components':["
            + "{'type':'textfield','key':'name','label':'Name','validate':{'required':true}},"
            + "{'type':'textfield','key':'as','label':'As','defaultValue':'parent'}]}");

    @Test
    void aListStartsWithItsFirstRows() {
        assertThat(form.start(NOTHING).typed()).isEqualTo(json("{'signatories':[{'name':null,'as':'parent'}]}"));
        assertThat(form.start(json("{'signatories':[{'name':'A'},{'name':'B','as':'x'}]}"))
                        .typed())
                .isEqualTo(json("{'signatories':[{'name':'A','as':'parent'},{'name':'B','as':'x'}]}"));
    }

    @Test
    void buttonsAddAndRemoveRowsWithoutLosingWhatWasTyped() {
        var added = form.bind(posted("signatories[0].name", "A", "form-action", "add:signatories"), NOTHING);

        assertThat(added.isRoundTrip()).isTrue();
        assertThat(added.typed())
                .isEqualTo(json("{'signatories':[{'name':'A','as':'parent'},{'name':null,'as':'parent'}]}"));

        var removed = form.bind(
                posted("signatories[0].name", "A", "signatories[1].name", "B", "form-action", "remove:signatories:0"),
                NOTHING);

        assertThat(removed.typed()).isEqualTo(json("{'signatories':[{'name':'B','as':'parent'}]}"));
    }

    @Test
    void rowsThatNobodyTouchedAreNoAnswer() {
        var answers = form.bind(
                posted("signatories[0].name", "", "signatories[0].as", "parent", "signatories[1].name", "B"), NOTHING);

        assertThat(form.asJson(answers)).isEqualTo(json("{'signatories':[{'name':'B','as':'parent'}]}"));
        assertThat(wrong(form, posted("signatories[0].name", "", "signatories[0].as", "parent")))
                .containsExactly("/signatories/0/name “Name” must be filled in.");
    }

    @Test
    void aListHasItsLeastAndMostRows() {
        assertThat(wrong(form, "{'signatories':[]}"))
                .containsExactly("/signatories “Signatories” needs at least one entry.");
        assertThat(wrong(form, "{'signatories':[{'name':'A'},{'name':'A'},{'name':'A'},{'name':'A'}]}"))
                .containsExactly("/signatories “Signatories” may have at most 3 entries.");
        assertThat(form.bind(posted("signatories[9999].name", "x"), NOTHING)
                        .typed()
                        .path("signatories"))
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void everyWrongPlaceIsPointedAt() {
        assertThat(wrong(form, "{'signatories':[{'name':5,'age':4},'x'],'more':{'a':1}}"))
                .contains(
                        "/signatories/0/name A text is expected here.",
                        "/signatories/0/age The form has no field of this name.",
                        "/signatories/1 An object with fields is expected here.",
                        "/more The form has no field of this name.");
        assertThat(wrong(form, "{'signatories':{'name':'A'}}")).contains("/signatories A list is expected here.");
        assertThat(wrong(form, "[]")).contains(" An object with fields is expected here.");
    }
}
