package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.forms.SomeForms.NOTHING;
import static org.konsil.forms.SomeForms.form;
import static org.konsil.forms.SomeForms.json;
import static org.konsil.forms.SomeForms.wrong;

import org.junit.jupiter.api.Test;

class ConditionsTests {

    private static final String DECISION =
            "{'type':'radio','key':'decision','values':[{'label':'Yes','value':'yes'},{'label':'No','value':'no'}]}";
    private static final String REASON =
            "{'type':'textarea','key':'reason','label':'Reason','validate':{'required':true},"
                    + "'conditional':{'hide':'=decision != \\'no\\''}}".replace("\\'", "\\\"");

    @Test
    void aHiddenFieldIsNeitherRequiredNorKept() {
        var form = form(DECISION, REASON);

        assertThat(wrong(form, "{'decision':'yes'}")).isEmpty();
        assertThat(wrong(form, "{'decision':'no'}")).containsExactly("/reason “Reason” must be filled in.");
        assertThat(form.asJson(form.read(json("{'decision':'yes','reason':'old'}"), NOTHING)))
                .isEqualTo(json("{'decision':'yes'}"));
        assertThat(wrong(form, "{'decision':'yes','reason':{'not':'text'}}")).isEmpty();
    }

    @Test
    void aHiddenAnswerCountsForNothingElsewhere() {
        var form = form(
                DECISION,
                REASON,
                "{'type':'textfield','key':'more','label':'More','validate':{'required':true},'conditional':{'hide':'=reason = null'}}");

        assertThat(wrong(form, "{'decision':'yes','reason':'old'}")).isEmpty();
        assertThat(wrong(form, "{'decision':'no','reason':'new'}")).containsExactly("/more “More” must be filled in.");
    }

    @Test
    void aHiddenGroupHidesAllInIt() {
        var form = form(
                DECISION,
                "{'type':'group','path':'home','label':'Home','conditional':{'hide':'=decision = null'},'components':["
                        + "{'type':'textfield','key':'city','label':'City','validate':{'required':true}}]}");

        assertThat(wrong(form, "{}")).isEmpty();
        assertThat(wrong(form, "{'decision':'no'}")).containsExactly("/home/city “City” must be filled in.");
    }

    @Test
    void aConditionInARowSeesItsRow() {
        var form = form("{'type':'dynamiclist','path':'people','label':'People','components':["
                + "{'type':'checkbox','key':'guardian','label':'Guardian'},"
                + "{'type':'textfield','key':'relation','label':'Relation of {{i}}','validate':{'required':true},"
                + "'conditional':{'hide':'=not(this.guardian)'}}]}");

        assertThat(wrong(form, "{'people':[{'guardian':false},{'guardian':true}]}"))
                .containsExactly("/people/1/relation “Relation of 2” must be filled in.");
    }
}
