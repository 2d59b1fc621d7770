package org.konsil.access;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.web.AnswerStopped;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Hands content of a case over piece by piece, and stops within a second when its reader loses the right to it meanwhile. */
@Component
public class Handover {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Access access;
    private final Clock clock;

    Handover(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** The content for the person who asks now. */
    public Resource of(byte[] content, CaseId caseId, Right right) {
        var reader = access.current();
        return new ByteArrayResource(content) {
            @Override
            public InputStream getInputStream() {
                return new Watched(content, reader, caseId, right);
            }
        };
    }

    private final class Watched extends ByteArrayInputStream {

        private final Person reader;
        private final CaseId caseId;
        private final Right right;
        private Instant looked = clock.instant();

        Watched(byte[] content, Person reader, CaseId caseId, Right right) {
            super(content);
            this.reader = reader;
            this.caseId = caseId;
            this.right = right;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            var now = clock.instant();
            if (Duration.between(looked, now).compareTo(BETWEEN_LOOKS) >= 0) {
                if (!access.may(reader, caseId, right)) {
                    throw new AnswerStopped(right + " on case " + caseId + " ended");
                }
                looked = now;
            }
            return super.read(into, from, length);
        }
    }
}
