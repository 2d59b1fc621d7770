package org.konsil.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** Rankings under the home provider's key: their reasons name the disease. */
@Component
class SealedRankings {

    private record Kept(String network, boolean asked, List<KeptReason> reasons) {}

    private record KeptReason(
            String code, double weight, @Nullable String because) {}

    private static final String PLACE = "routing_round.ranking";

    private final Vault vault;
    private final ObjectMapper json;

    SealedRankings(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(CaseId caseId, Ranking ranking) {
        try {
            var kept = ranking.suggestions().stream()
                    .map(it -> new Kept(
                            it.network().value(),
                            it.asked(),
                            it.reasons().stream()
                                    .map(why -> new KeptReason(why.code(), why.weight(), why.because()))
                                    .toList()))
                    .toList();
            return vault.seal(caseId, Controller.HOME, PLACE, json.writeValueAsString(kept));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ranking cannot be written", e);
        }
    }

    Ranking open(CaseId caseId, byte[] sealed) {
        try {
            var kept = json.readValue(vault.open(caseId, Controller.HOME, PLACE, sealed), Kept[].class);
            return new Ranking(List.of(kept).stream()
                    .map(it -> new Suggestion(
                            NetworkId.of(it.network()),
                            it.reasons().stream()
                                    .map(why -> new Reason(why.code(), why.weight(), why.because()))
                                    .toList(),
                            it.asked()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ranking was sealed that cannot be read", e);
        }
    }
}
