package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.forms.SomeForms.NOTHING;
import static org.konsil.forms.SomeForms.form;
import static org.konsil.forms.SomeForms.json;
import static org.konsil.forms.SomeForms.posted;
import static org.konsil.forms.SomeForms.wrong;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FieldsTests {

    @Test
    void aRequiredTextMustBeFilledIn() {
        var form = form("{'type':'textfield','key':'name','label':'Name','validate':{'required':true}}");

        assertThat(wrong(form, "{}")).containsExactly("/name “Name” must be filled in.");
        assertThat(wrong(form, posted("name", "   "))).containsExactly("/name “Name” must be filled in.");
        assertThat(wrong(form, "{'name':'Onni'}")).isEmpty();
    }

    @Test
    void aTextHasItsLengthPatternAndFormat() {
        var form = form(
                "{'type':'textfield','key':'code','label':'Code','validate':{'minLength':2,'maxLength':4,'pattern':'^[A-Z]+$'}}",
                "{'type':'textfield','key':'mail','label':'Mail','validate':{'validationType':'email'}}",
                "{'type':'textfield','key':'phone','label':'Phone','validate':{'validationType':'phone'}}");

        assertThat(wrong(form, "{'code':'A'}")).containsExactly("/code “Code” must have at least 2 characters.");
        assertThat(wrong(form, "{'code':'ABCDE'}"))
                .containsExactly("/code “Code” may have at most 4 characters; it has 5.");
        assertThat(wrong(form, "{'code':'abc'}")).hasSize(1);
        assertThat(wrong(form, "{'mail':'nobody','phone':'call me'}")).hasSize(2);
        assertThat(wrong(form, "{'code':'ABC','mail':'a@hus.example','phone':'+358 40 1234567'}"))
                .isEmpty();
    }

    @Test
    void textWithoutALimitOfItsOwnIsLimited() {
        var form = form(
                "{'type':'textfield','key':'line','label':'Line'}", "{'type':'textarea','key':'text','label':'Text'}");

        assertThat(wrong(form, posted("line", "x".repeat(501), "text", "x".repeat(20_001))))
                .hasSize(2);
        assertThat(wrong(form, posted("line", "x".repeat(500), "text", "x".repeat(20_000))))
                .isEmpty();
        assertThat(wrong(form, posted("text", "x".repeat(10_000_000))).getFirst())
                .hasSizeLessThan(200)
                .contains("10,000,000");
    }

    @Test
    void aNumberIsReadAsPeopleWriteIt() {
        var form = form("{'type':'number','key':'seizures','label':'Seizures'}");

        assertThat(form.asJson(form.bind(posted("seizures", " 1 200,50 "), NOTHING)))
                .isEqualTo(form.asJson(form.read(json("{'seizures':1200.5}"), NOTHING)));
        assertThat(wrong(form, posted("seizures", "many")))
                .containsExactly("/seizures A number is expected here, such as 12 or 12.5.");
        assertThat(wrong(form, "{'seizures':'20'}")).hasSize(1);
        assertThat(wrong(form, "{'seizures':1e300}")).hasSize(1);
    }

    @Test
    void aNumberHasItsRange() {
        var form = form("{'type':'number','key':'n','label':'N','decimalDigits':0,'validate':{'min':1,'max':'=2*5'}}");

        assertThat(wrong(form, "{'n':0}")).containsExactly("/n “N” must be 1 or more.");
        assertThat(wrong(form, "{'n':11}")).containsExactly("/n “N” must be 10 or less.");
        assertThat(wrong(form, "{'n':1.5}")).containsExactly("/n “N” must be a whole number.");
    }

    @Test
    void aDateIsAnIsoDateAndMayHaveToLieInThePastOrFuture() {
        var form = form(
                "{'type':'datetime','subtype':'date','key':'born','dateLabel':'Born','properties':{'kind':'date-past'}}",
                "{'type':'datetime','subtype':'date','key':'next','dateLabel':'Next','properties':{'kind':'date-future'}}",
                "{'type':'datetime','subtype':'time','key':'at','timeLabel':'At'}",
                "{'type':'datetime','subtype':'datetime','key':'met','dateLabel':'Met'}");

        assertThat(wrong(form, "{'born':'2026-03-27','next':'2026-03-27','at':'14:30','met':'2026-03-01T10:15'}"))
                .isEmpty();
        assertThat(wrong(form, "{'born':'2026-03-28'}")).containsExactly("/born “Born” must not be in the future.");
        assertThat(wrong(form, "{'next':'2026-03-26'}")).containsExactly("/next “Next” must not be in the past.");
        assertThat(wrong(form, "{'born':'27.3.2026','at':'noon','met':'2026-02-30T10:15'}"))
                .hasSize(3);
        assertThat(wrong(form, "{'met':'2026-03-01T10:15:00+02:00'}")).isEmpty();
    }

    @Test
    void aCheckboxThatIsNotPostedIsNotTicked() {
        var form = form(
                "{'type':'checkbox','key':'agreed','label':'Agreed','defaultValue':true,'validate':{'required':true}}");

        assertThat(wrong(form, posted("_agreed", ""))).containsExactly("/agreed “Agreed” must be ticked.");
        assertThat(wrong(form, posted("agreed", "true", "_agreed", ""))).isEmpty();
        assertThat(wrong(form, "{'agreed':'yes'}")).containsExactly("/agreed true or false is expected here.");
    }

    @Test
    void aChoiceIsOneOfItsOptions() {
        var form = form("{'type':'radio','key':'sex','label':'Sex','values':[{'label':'Female','value':'F'},"
                + "{'label':'Male','value':'M'}],'validate':{'required':true}}");

        assertThat(wrong(form, "{'sex':'X'}")).containsExactly("/sex “Sex”: “X” is not one of the choices.");
        assertThat(wrong(form, "{}")).containsExactly("/sex “Sex” needs an answer.");
        assertThat(wrong(form, "{'sex':['F']}")).containsExactly("/sex One of the choices is expected here.");
        assertThat(wrong(form, "{'sex':'F'}")).isEmpty();
    }

    @Test
    void aChecklistTakesSeveralOfItsOptions() {
        var form = form("{'type':'checklist','key':'scopes','label':'Scopes','values':[{'label':'A','value':'a'},"
                + "{'label':'B','value':'b'}],'validate':{'minItems':1}}");

        assertThat(form.asJson(form.bind(posted("scopes", "a", "scopes", "b", "scopes", "a"), NOTHING)))
                .isEqualTo(json("{'scopes':['a','b']}"));
        assertThat(wrong(form, "{'scopes':[]}")).containsExactly("/scopes “Scopes” needs at least 1 choices.");
        assertThat(wrong(form, "{'scopes':['c']}")).hasSize(1);
    }

    @Test
    void optionsMayComeFromTheData() {
        var context = json("{'networks':[{'label':'ERN EpiCARE','value':'epicare'},'bond'],'levels':[1,2]}");
        var form = form(
                "{'type':'select','key':'lead','label':'Lead','valuesKey':'networks'}",
                "{'type':'taglist','key':'others','label':'Others','valuesExpression':'=networks[item != lead]'}",
                "{'type':'select','key':'level','label':'Level','valuesKey':'levels'}");

        var answers = form.read(json("{'lead':'epicare','others':['bond'],'level':2}"), context);

        assertThat(form.validate(answers, Locale.ENGLISH)).isEmpty();
        assertThat(form.asJson(form.bind(posted("level", "2"), context)).get("level"))
                .isEqualTo(json("2"));
        assertThat(form.validate(form.read(json("{'lead':'nowhere'}"), context), Locale.ENGLISH))
                .hasSize(1);
    }

    @Test
    void filesAreNamedByTheIdsTheyWereKeptUnder() {
        var form = form("{'type':'filepicker','key':'letters','label':'Letters','validate':{'required':true}}");

        assertThat(wrong(form, "{}")).containsExactly("/letters “Letters” needs a file.");
        assertThat(wrong(form, "{'letters':['a','b']}")).containsExactly("/letters “Letters” takes one file only.");
        assertThat(wrong(form, "{'letters':'a'}")).isEmpty();
    }

    @Test
    void otherModulesBringRulesForKinds() {
        var form = form("{'type':'textfield','key':'t','label':'T','properties':{'kind':'quiet'}}");

        assertThat(wrong(form, "{'t':'Hey!'}")).containsExactly("/t Do not shout.");
        assertThat(form.fields())
                .containsExactly(new FormField("t", "textfield", false, java.util.Map.of("kind", "quiet")));
    }

    @Test
    void whatIsGivenIsNotTakenFromTheInput() {
        var form = form(
                "{'type':'textfield','key':'shown','label':'Shown','readonly':true,'validate':{'required':true}}",
                "{'type':'textfield','key':'off','label':'Off','disabled':'=1=1'}");
        var answers = form.read(json("{'shown':'forged','off':'forged'}"), json("{'shown':'true word'}"));

        assertThat(form.accept(answers, Locale.ENGLISH)).isEqualTo(json("{'shown':'true word'}"));
    }
}
