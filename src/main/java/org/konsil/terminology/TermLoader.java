package org.konsil.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** Writes terms in batches; the caller holds the transaction. */
@Repository
class TermLoader {

    private static final int BATCH = 1000;
    private static final int LONGEST = 500;

    private final JdbcOperations jdbc;

    TermLoader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes all terms of a system and what hangs on them. */
    void clear(String system) {
        for (var table : List.of("parent", "name", "term")) {
            jdbc.update("DELETE FROM terminology_" + table + " WHERE system = ?", system);
        }
        if (system.equals(Code.ORPHA)) {
            jdbc.update("DELETE FROM terminology_map");
            jdbc.update("DELETE FROM terminology_head");
        }
    }

    /** The codes of a system that are there already. */
    List<String> codes(String system) {
        return jdbc.queryForList("SELECT code FROM terminology_term WHERE system = ?", String.class, system);
    }

    void add(Collection<Entry> entries) {
        insert(
                "term (system, code, label, kind, obsolete)",
                entries,
                (entry, row) -> row.accept(new Object[] {
                    entry.code().system(), entry.code().value(), cut(entry.label()), entry.kind(), entry.obsolete()
                }));
        insert("name (system, code, position, name, folded)", entries, TermLoader::names);
        insert(
                "parent (system, code, parent)",
                entries,
                (entry, row) -> entry.parents()
                        .forEach(parent -> row.accept(new Object[] {
                            entry.code().system(), entry.code().value(), parent
                        })));
        insert(
                "map (omim, orpha, relation)",
                entries,
                (entry, row) -> entry.omim()
                        .forEach((omim, relation) ->
                                row.accept(new Object[] {omim, entry.code().value(), relation.name()})));
        insert(
                "head (orpha, head)",
                entries,
                (entry, row) -> entry.heads()
                        .forEach(head -> row.accept(new Object[] {entry.code().value(), head})));
    }

    private static void names(Entry entry, Consumer<Object[]> row) {
        var names = Stream.concat(Stream.of(entry.label()), entry.synonyms().stream())
                .map(TermLoader::cut)
                .distinct()
                .toList();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            row.accept(new Object[] {entry.code().system(), entry.code().value(), i, name, cut(Folded.of(name))});
        }
    }

    private interface Rows {
        void of(Entry entry, Consumer<Object[]> row);
    }

    private void insert(String columns, Collection<Entry> entries, Rows rows) {
        var batch = new ArrayList<Object[]>(BATCH);
        var places = columns.replaceAll(".*\\(", "(").replaceAll("[a-z0-9_]+", "?");
        var statement = "INSERT INTO terminology_" + columns + " VALUES " + places;
        for (var entry : entries) {
            rows.of(entry, batch::add);
            if (batch.size() >= BATCH) {
                jdbc.batchUpdate(statement, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            jdbc.batchUpdate(statement, batch);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
