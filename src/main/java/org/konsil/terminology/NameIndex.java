package org.konsil.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All names of one system in memory: the words in order, for each the names that hold it. Never changes once it is built. The whole of
 * HPO in seven languages takes some 20 MB and a search a few milliseconds.
 */
final class NameIndex {

    private static final int WHOLE = 0;
    private static final int BEGINNING = 1;
    private static final int WITHIN = 2;

    private final List<String> codes;
    private final boolean[] categories;
    private final int[] termOf;
    private final String[] languages;
    private final String[] folded;
    private final String[] words;
    private final int[] start;
    private final int[] postings;
    private final Map<String, Integer> numbers = new HashMap<>();

    private NameIndex(Builder from) {
        codes = List.copyOf(from.codes);
        categories = new boolean[codes.size()];
        from.categories.forEach(term -> categories[term] = true);
        termOf = from.termOf.stream().mapToInt(Integer::intValue).toArray();
        languages = from.languages.toArray(String[]::new);
        folded = from.folded.toArray(String[]::new);
        words = from.words.keySet().toArray(String[]::new);
        start = new int[words.length + 1];
        var lists = from.words.values().stream().toList();
        for (int i = 0; i < words.length; i++) {
            start[i + 1] = start[i] + lists.get(i).size();
        }
        postings = lists.stream()
                .flatMapToInt(list -> list.stream().mapToInt(Integer::intValue))
                .toArray();
        IntStream.range(0, codes.size()).forEach(term -> numbers.put(codes.get(term), term));
    }

    int size() {
        return folded.length;
    }

    /** The codes that fit, best first. */
    List<String> find(List<String> typed, String language, int limit) {
        var best = new long[codes.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        var whole = String.join(" ", typed);
        var rarest = typed.stream().map(this::range).min((a, b) -> places(a) - places(b));
        rarest.ifPresent(range -> {
            for (int at = start[range.low()]; at < start[range.high()]; at++) {
                var name = postings[at];
                if (typed.stream().allMatch(word -> folded[name].contains(" " + word))) {
                    best[termOf[name]] = Math.min(best[termOf[name]], rank(name, " " + whole, language));
                }
            }
        });
        var number = numbers.get(typed.getLast());
        if (number != null) {
            best[number] = -1;
        }
        return firstOf(best, limit);
    }

    private List<String> firstOf(long[] best, int limit) {
        // the worst of the best is on top, so that it is the one to give way
        var kept = new PriorityQueue<Integer>(
                (a, b) -> best[a] == best[b] ? codes.get(b).compareTo(codes.get(a)) : Long.compare(best[b], best[a]));
        for (int term = 0; term < best.length; term++) {
            if (best[term] < Long.MAX_VALUE) {
                kept.add(term);
                if (kept.size() > limit) {
                    kept.poll();
                }
            }
        }
        var found = new ArrayList<String>(kept.size());
        while (!kept.isEmpty()) {
            found.add(codes.get(kept.remove()));
        }
        return found.reversed();
    }

    /** Less is better: how it fits, disorders before categories, the reader's language, short before long. */
    private long rank(int name, String whole, String language) {
        var fit =
                folded[name].startsWith(whole) ? (folded[name].length() == whole.length() ? WHOLE : BEGINNING) : WITHIN;
        var foreign = languages[name].equals(language) ? 0 : languages[name].equals(Language.ENGLISH) ? 1 : 2;
        return ((fit * 2L + (categories[termOf[name]] ? 1 : 0)) * 3 + foreign) * 1024
                + Math.min(folded[name].length(), 1023);
    }

    private record Range(int low, int high) {}

    private int places(Range range) {
        return start[range.high()] - start[range.low()];
    }

    private Range range(String beginning) {
        return new Range(firstFrom(beginning), firstFrom(beginning + Character.MAX_VALUE));
    }

    private int firstFrom(String word) {
        var at = Arrays.binarySearch(words, word);
        return at < 0 ? -at - 1 : at;
    }

    /** Takes the names, those of one code one after the other. */
    static final class Builder {

        private final List<String> codes = new ArrayList<>();
        private final List<Integer> categories = new ArrayList<>();
        private final List<Integer> termOf = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private final List<String> folded = new ArrayList<>();
        private final TreeMap<String, List<Integer>> words = new TreeMap<>();

        void add(String code, String kind, Name name) {
            if (codes.isEmpty() || !codes.getLast().equals(code)) {
                codes.add(code);
                if (kind.equals("Category")) {
                    categories.add(codes.size() - 1);
                }
            }
            var parts = Folded.words(name.text());
            parts.stream()
                    .distinct()
                    .forEach(word -> words.computeIfAbsent(word, any -> new ArrayList<>(2))
                            .add(folded.size()));
            termOf.add(codes.size() - 1);
            languages.add(name.language().intern());
            folded.add(" " + String.join(" ", parts));
        }

        NameIndex build() {
            return new NameIndex(this);
        }
    }
}
