package org.konsil.terminology;

import java.util.List;
import java.util.Optional;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the loaded terms. */
@Repository
class Terms {

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Term> find(Code code, String language) {
        return jdbc.sql("SELECT obsolete FROM terminology_term WHERE system = ? AND code = ?")
                .params(code.system(), code.value())
                .query(Boolean.class)
                .optional()
                .map(obsolete -> Term.of(code, names(code), language, obsolete));
    }

    boolean exists(Code code) {
        return jdbc.sql("SELECT COUNT(*) FROM terminology_term WHERE system = ? AND code = ?")
                        .params(code.system(), code.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Mapping> mapsOf(Code omim) {
        return jdbc.sql("""
            SELECT orpha, relation FROM terminology_map WHERE omim = ?
            ORDER BY CASE relation WHEN 'E' THEN 0 WHEN 'BTNT' THEN 1 WHEN 'ND' THEN 2 ELSE 3 END,
                CHAR_LENGTH(orpha), orpha
            """)
                .param(omim.value())
                .query((row, number) -> new Mapping(
                        Code.orpha(row.getString("orpha")), Mapping.Relation.valueOf(row.getString("relation"))))
                .list();
    }

    List<Code> headsOf(Code orpha) {
        return jdbc.sql("SELECT head FROM terminology_head WHERE orpha = ? ORDER BY head")
                .param(orpha.value())
                .query((row, number) -> Code.orpha(row.getString("head")))
                .list();
    }

    List<Code> heads() {
        return jdbc
                .sql("SELECT head FROM terminology_head UNION SELECT head FROM terminology_head_network ORDER BY head")
                .query(String.class)
                .list()
                .stream()
                .map(Code::orpha)
                .toList();
    }

    List<Code> parentsOf(Code code) {
        return jdbc.sql("SELECT parent FROM terminology_parent WHERE system = ? AND code = ? ORDER BY parent")
                .params(code.system(), code.value())
                .query((row, number) -> new Code(code.system(), row.getString("parent")))
                .list();
    }

    List<NetworkId> networksOf(Code head) {
        return jdbc.sql("SELECT network_id FROM terminology_head_network WHERE head = ? ORDER BY network_id")
                .param(head.value())
                .query((row, number) -> NetworkId.of(row.getString("network_id")))
                .list();
    }

    /** In all languages: of each the label first. */
    List<Name> names(Code code) {
        return jdbc.sql("""
            SELECT language, position, name FROM terminology_label WHERE system = ? AND code = ?
            ORDER BY language, position
            """)
                .params(code.system(), code.value())
                .query((row, number) ->
                        new Name(row.getString("language"), row.getInt("position"), row.getString("name")))
                .list();
    }

    /** All names of the terms of a system that are not retired, one after the other. */
    void everyName(String system, NameIndex.Builder into) {
        jdbc.sql("""
            SELECT l.code, t.kind, l.language, l.position, l.name
            FROM terminology_label l JOIN terminology_term t ON t.system = l.system AND t.code = l.code
            WHERE l.system = ? AND t.obsolete = FALSE ORDER BY l.code
            """).param(system).query(row -> {
            into.add(
                    row.getString("code"),
                    row.getString("kind"),
                    new Name(row.getString("language"), row.getInt("position"), row.getString("name")));
        });
    }
}
