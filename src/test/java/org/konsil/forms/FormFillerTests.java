package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.forms.SomeForms.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFillerTests {

    private final FormFiller filler = new FormFiller(SomeForms.TODAY);

    @Test
    void whatMustBeAnsweredIsAnsweredAndWhatIsWantedStands() {
        var schema = json(
                "{'id':'x','components':["
                        + "{'type':'radio','key':'decision','validate':{'required':true},'values':[{'value':'yes'},{'value':'no'}]},"
                        + "{'type':'textarea','key':'reason','validate':{'required':true,'minLength':40},'conditional':{'hide':'=decision = \\\"yes\\\"'}},"
                        + "{'type':'select','key':'lead','valuesKey':'networks','validate':{'required':true}},"
                        + "{'type':'datetime','subtype':'date','key':'on','properties':{'kind':'date-past'},'validate':{'required':true}},"
                        + "{'type':'dynamiclist','path':'people','validate':{'minItems':2},'components':["
                        + "{'type':'textfield','key':'code','validate':{'required':true,'pattern':'^HP:[0-9]{7}$'}}]},"
                        + "{'type':'dynamiclist','path':'more','components':[{'type':'textfield','key':'a','validate':{'required':true}}]}]}");

        var filled =
                filler.fill(schema, json("{'networks':['epicare','bond']}"), Map.of("decision", "no", "unknown", 1));

        assertThat(filled)
                .containsEntry("decision", "no")
                .containsEntry("lead", "epicare")
                .containsEntry("on", "2026-03-24")
                .containsEntry("people", List.of(Map.of("code", "HP:0001250"), Map.of("code", "HP:0001250")))
                .containsEntry("more", List.of())
                .doesNotContainKey("unknown");
        assertThat((String) filled.get("reason")).hasSizeGreaterThan(39);
    }
}
