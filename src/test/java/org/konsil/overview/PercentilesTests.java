package org.konsil.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PercentilesTests {

    @Test
    void aPercentileIsAValueThatOccurred() {
        var days = List.of(9.0, 1.0, 3.0, 2.0, 5.0, 8.0, 4.0, 10.0, 6.0, 7.0);

        assertThat(Percentiles.of(days, 50)).isEqualTo(5.0);
        assertThat(Percentiles.of(days, 90)).isEqualTo(9.0);
        assertThat(Percentiles.of(List.of(4.0), 90)).isEqualTo(4.0);
    }
}
