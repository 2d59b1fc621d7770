package org.konsil.terminology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds terms by the beginnings of words. First the term whose number or whole name was typed, then names that begin with
 * the text, then names that hold its words; disorders before categories, short names before long ones.
 */
@Repository
class TermSearch {

    private static final int MOST_WORDS = 8;
    private static final int MOST_TEXT = 200;

    private final JdbcClient jdbc;

    TermSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Code> find(String system, String text, int limit) {
        var words = Folded.words(text.substring(0, Math.min(text.length(), MOST_TEXT))).stream()
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty() || limit == 0) {
            return List.of();
        }
        return jdbc.sql(statement(words.size()))
                .params(parameters(system, words))
                .param("limit", limit)
                .query((row, number) -> new Code(system, row.getString("code")))
                .list();
    }

    private static String statement(int words) {
        var eachWord = IntStream.range(0, words)
                .mapToObj(word -> "n.folded LIKE :word" + word)
                .collect(Collectors.joining(" AND "));
        return """
            SELECT n.code, MIN(CASE WHEN n.code = :number THEN 0 WHEN n.folded = :whole THEN 1
                WHEN n.folded LIKE :beginning THEN 2 ELSE 3 END) AS fit, MIN(CHAR_LENGTH(n.folded)) AS size
            FROM terminology_name n JOIN terminology_term t ON t.system = n.system AND t.code = n.code
            WHERE n.system = :system AND t.obsolete = FALSE AND (n.code = :number OR (%s))
            GROUP BY n.code, t.kind
            ORDER BY fit, CASE t.kind WHEN 'Category' THEN 1 ELSE 0 END, size, n.code LIMIT :limit
            """.formatted(eachWord);
    }

    private static Map<String, Object> parameters(String system, List<String> words) {
        var whole = words.stream().collect(Collectors.joining(" ", " ", ""));
        var values = new HashMap<String, Object>();
        values.put("system", system);
        values.put("number", words.getLast());
        values.put("whole", whole);
        values.put("beginning", whole + "%");
        IntStream.range(0, words.size()).forEach(word -> values.put("word" + word, "% " + words.get(word) + "%"));
        return values;
    }
}
