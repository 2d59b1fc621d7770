package org.konsil.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance that can be played again: the same seed and number choose the same. */
final class Chance {

    private final Random random;

    Chance(long seed, int number) {
        this.random = new Random(seed * 1_000_003 + number);
    }

    /** @param percent 0 to 100 */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** At least one of them, in their order; none of none. */
    <T> List<T> some(List<T> all) {
        var chosen = new ArrayList<>(
                all.stream().filter(each -> random.nextBoolean()).toList());
        if (chosen.isEmpty() && !all.isEmpty()) {
            chosen.add(one(all));
        }
        return List.copyOf(chosen);
    }

    boolean toss() {
        return random.nextBoolean();
    }
}
