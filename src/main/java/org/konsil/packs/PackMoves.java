package org.konsil.packs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Moves all cases of a country that are under way to the rules of a later day, each for itself: one that cannot be moved stops no other. */
@Component
class PackMoves {

    private final CountryPacks packs;
    private final CaseFiles cases;

    PackMoves(CountryPacks packs, CaseFiles cases) {
        this.packs = packs;
        this.cases = cases;
    }

    /**
     * What becomes of a case.
     *
     * @param before the day whose rules held before
     * @param refusal code of the reason why it stays by them; null where it moves
     */
    record Move(CaseId caseId, LocalDate before, @Nullable String refusal) {}

    List<Move> preview(Country country, LocalDate day) {
        return cases.underWay(country).stream()
                .map(caseId -> answer(
                        caseId, packs.day(caseId), packs.whyNot(caseId, day).map(Refusal::code)))
                .toList();
    }

    List<Move> move(Country country, LocalDate day, Actor by) {
        return cases.underWay(country).stream()
                .map(caseId -> answer(caseId, packs.day(caseId), moved(caseId, day, by)))
                .toList();
    }

    private Optional<String> moved(CaseId caseId, LocalDate day, Actor by) {
        try {
            packs.move(caseId, day, by);
            return Optional.empty();
        } catch (Refusal stays) {
            return Optional.of(stays.code());
        }
    }

    private static Move answer(CaseId caseId, LocalDate before, Optional<String> refusal) {
        return new Move(caseId, before, refusal.orElse(null));
    }
}
