package org.konsil.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTests {

    @Test
    void theLongestBarFillsTheDrawingAndNothingHasNoBar() {
        var bars = Bars.of(List.of(
                new Bars.Value("Triage", "8", 6, 2),
                new Bars.Value("Outcome", "4", 4, 0),
                new Bars.Value("Close", "0", 0, 0)));

        assertThat(bars.bars()).extracting(Bars.Bar::good).containsExactly(218, 145, 0);
        assertThat(bars.bars()).extracting(Bars.Bar::bad).containsExactly(73, 0, 0);
        assertThat(bars.bars().getFirst().middle()).isEqualTo(190 + 218);
        assertThat(bars.height()).isEqualTo(3 * 28);
    }

    @Test
    void whatIsSmallIsStillSeen() {
        assertThat(Bars.of(List.of(new Bars.Value("a", "1000", 1000, 0), new Bars.Value("b", "1", 1, 0)))
                        .bars()
                        .getLast()
                        .good())
                .isEqualTo(2);
    }
}
