package org.konsil.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.vault.Signatures;
import org.springframework.stereotype.Component;

/**
 * What an open page asks with whether its reader may still see it. It is signed and names only ids, so that the page can
 * ask without its session: a page that merely lies open must not keep somebody signed in.
 */
@Component
class Watches {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PURPOSE = "konsil-watch\n";

    private final Signatures signatures;
    private final Access access;
    private final Clock clock;

    Watches(Signatures signatures, Access access, Clock clock) {
        this.signatures = signatures;
        this.access = access;
        this.clock = clock;
    }

    String over(Person person, CaseId caseId, Right right) {
        var until = clock.instant().plus(LONGEST).getEpochSecond();
        var said = String.join("\n", caseId.toString(), right.name(), Long.toString(until), person.userId());
        return encode(said.getBytes(StandardCharsets.UTF_8)) + "." + encode(signatures.sign(signed(said)));
    }

    /** Whether the person it was made for may still do with the case what the page shows; false for what was not made here. */
    boolean holds(String watch) {
        try {
            var parts = watch.split("\\.", -1);
            var said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            if (parts.length != 2
                    || !signatures.verify(signed(said), Base64.getUrlDecoder().decode(parts[1]))) {
                return false;
            }
            var words = Arrays.asList(said.split("\n", 4));
            return Long.parseLong(words.get(2)) > clock.instant().getEpochSecond()
                    && access.person(words.get(3))
                            .filter(person -> access.may(person, CaseId.of(words.get(0)), Right.valueOf(words.get(1))))
                            .isPresent();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static byte[] signed(String said) {
        return (PURPOSE + said).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
