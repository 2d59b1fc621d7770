package org.konsil.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Removes all terms of a system, their English names and what else hangs on them. */
    void clear(String system) {
        for (var table : List.of("parent", "term")) {
            jdbc.update("DELETE FROM terminology_" + table + " WHERE system = ?", system);
        }
        jdbc.update("DELETE FROM terminology_label WHERE system = ? AND language = ?", system, Language.ENGLISH);
        if (system.equals(Code.ORPHA)) {
            jdbc.update("DELETE FROM terminology_map");
            jdbc.update("DELETE FROM terminology_head");
        }
    }

    /** Removes the names of these codes in one language. */
    void clearNames(String language, Collection<Named> names) {
        var statement = "DELETE FROM terminology_label WHERE system = ? AND language = ? AND code = ?";
        inBatches(
                statement,
                names,
                (named, row) -> row.accept(new Object[] {
                    named.code().system(), language, named.code().value()
                }));
    }

    /** The codes of a system that are there already. */
    Set<String> codes(String system) {
        return Set.copyOf(
                jdbc.queryForList("SELECT code FROM terminology_term WHERE system = ?", String.class, system));
    }

    /** The codes that have a name in this language already. */
    Set<String> named(String system, String language) {
        return Set.copyOf(jdbc.queryForList(
                "SELECT code FROM terminology_label WHERE system = ? AND language = ? AND position = 0",
                String.class,
                system,
                language));
    }

    /** The ORPHAcodes that an OMIM number maps to already. */
    Set<String> mapped() {
        return new HashSet<>(jdbc.queryForList("SELECT DISTINCT orpha FROM terminology_map", String.class));
    }

    void add(Collection<Entry> entries) {
        insert(
                "term (system, code, kind, obsolete)",
                entries,
                (entry, row) -> row.accept(
                        new Object[] {entry.code().system(), entry.code().value(), entry.kind(), entry.obsolete()}));
        addNames(
                Language.ENGLISH,
                entries.stream()
                        .filter(entry -> !entry.label().isEmpty())
                        .map(entry -> Named.of(
                                entry.code(),
                                Stream.concat(Stream.of(entry.label()), entry.synonyms().stream())
                                        .toList()))
                        .toList());
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

    /** Adds names in one language to codes that have none in it. */
    void addNames(String language, Collection<Named> all) {
        insert("label (system, code, language, position, name)", all, (named, row) -> {
            var names = named.names().stream().map(TermLoader::cut).distinct().toList();
            for (int i = 0; i < names.size(); i++) {
                row.accept(new Object[] {named.code().system(), named.code().value(), language, i, names.get(i)});
            }
        });
    }

    /** Adds the OMIM numbers of ORPHAcodes that have none. */
    void addMaps(Collection<Named> all) {
        insert(
                "map (omim, orpha, relation)",
                all,
                (named, row) -> named.omim()
                        .forEach((omim, relation) ->
                                row.accept(new Object[] {omim, named.code().value(), relation.name()})));
    }

    private interface Rows<T> {
        void of(T entry, Consumer<Object[]> row);
    }

    private <T> void insert(String columns, Collection<T> entries, Rows<T> rows) {
        var places = columns.replaceAll(".*\\(", "(").replaceAll("[a-z0-9_]+", "?");
        inBatches("INSERT INTO terminology_" + columns + " VALUES " + places, entries, rows);
    }

    private <T> void inBatches(String statement, Collection<T> entries, Rows<T> rows) {
        var batch = new ArrayList<Object[]>(BATCH);
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
