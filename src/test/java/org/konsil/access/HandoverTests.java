package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.web.AnswerStopped;

class HandoverTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Access access = mock(Access.class);
    private final Person reader = new Person("expert1.epicare", "Expert", null, null, Set.of());

    @Test
    void whatIsBeingSentStopsWithinASecondOfTheLoss() throws Exception {
        var clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(call -> now.get());
        when(access.current()).thenReturn(reader);
        when(access.may(any(), any(), any())).thenReturn(true);
        var content = new Handover(access, clock).of(new byte[100_000], CaseId.next(), Right.READ_CLINICAL);

        try (var sent = content.getInputStream()) {
            var piece = new byte[8192];
            assertThat(sent.read(piece)).isEqualTo(8192);
            now.updateAndGet(it -> it.plusSeconds(1));
            assertThat(sent.read(piece)).isEqualTo(8192);

            when(access.may(any(), any(), any())).thenReturn(false);
            now.updateAndGet(it -> it.plusSeconds(1));
            assertThatThrownBy(() -> sent.read(piece)).isInstanceOf(AnswerStopped.class);
        }
    }
}
