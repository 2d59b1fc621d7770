package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.process.HumanTask;

/** Where nobody may lead a panel any more, the form says where the case can go. */
class NewLeadStepTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhetherThereIsAnybody(boolean somebody) {
        var panels = mock(PanelRows.class);
        var candidates = mock(LeadCandidates.class);
        var panel = mock(Panel.class);
        when(panel.lead()).thenReturn("lead.epicare");
        when(panels.get(any())).thenReturn(panel);
        var next = new Person("expert1.epicare", "Somebody", Country.of("fi"), null, Set.of());
        when(candidates.toSucceed(panel)).thenReturn(somebody ? List.of(next) : List.of());
        var step = new NewLeadStep(panels, mock(Leads.class), candidates, mock(Access.class));

        var shown = step.prefill(
                new HumanTask(
                        1,
                        CaseId.next(),
                        "new-lead",
                        "appoint-lead",
                        "appoint-lead",
                        UUID.randomUUID().toString(),
                        "epicare"),
                Actor.of("coordinator.epicare"));

        assertThat(shown.path("nobodyMayLead").asBoolean()).isEqualTo(!somebody);
        assertThat(shown.path("leadOptions")).hasSize(somebody ? 1 : 0);
    }
}
