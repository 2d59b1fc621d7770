package org.konsil.vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Two keys make a pseudonym: the case's own, which an erasure destroys, and the context's. */
@Component
class KeyedPseudonyms implements Pseudonyms {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** ISO/IEC 7064 counts with all 36 characters. */
    private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int BITS = 5;

    private final Keys keys;

    KeyedPseudonyms(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String of(CaseId caseId, Context context) {
        var own = keys.findOrMake(KeyName.of(caseId, context.controller()))
                .orElseThrow(() -> new ContentErased(caseId, context.controller()));
        var shared = keys.findOrMake(KeyName.pseudonyms(context))
                .orElseThrow(() -> new IllegalStateException("The pseudonyms of " + context + " were destroyed"));
        var secret = own.mac(("pseudonym " + context + " " + caseId).getBytes(StandardCharsets.UTF_8));
        return written(context, new BigInteger(1, shared.mac(secret)));
    }

    @Override
    public boolean isWellFormed(String text, Context context) {
        var bare = text.strip().toUpperCase(Locale.ROOT).replace("-", "");
        return bare.length() == LENGTH + 2
                && bare.charAt(0) == context.letter()
                && bare.substring(1, LENGTH + 1).chars().allMatch(it -> CROCKFORD.indexOf(it) >= 0)
                && bare.charAt(LENGTH + 1) == check(bare.substring(0, LENGTH + 1));
    }

    private static String written(Context context, BigInteger number) {
        var text = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            text.append(CROCKFORD.charAt(number.shiftRight(at * BITS).intValue() & 31));
        }
        var check = check(context.letter() + text.toString());
        return "%c-%s-%s-%s-%c"
                .formatted(context.letter(), text.substring(0, 4), text.substring(4, 8), text.substring(8), check);
    }

    private static char check(String text) {
        int product = 36;
        for (int at = 0; at < text.length(); at++) {
            int sum = (product + ALL.indexOf(text.charAt(at))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALL.charAt((37 - product) % 36);
    }
}
