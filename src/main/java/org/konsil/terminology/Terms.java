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

    Optional<Term> find(Code code) {
        return jdbc.sql("SELECT label, obsolete FROM terminology_term WHERE system = ? AND code = ?")
                .params(code.system(), code.value())
                .query((row, number) ->
                        new Term(code, row.getString("label"), synonyms(code), row.getBoolean("obsolete")))
                .optional();
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

    private List<String> synonyms(Code code) {
        return jdbc.sql("""
            SELECT name FROM terminology_name WHERE system = ? AND code = ? AND position > 0
            ORDER BY position
            """)
                .params(code.system(), code.value())
                .query(String.class)
                .list();
    }
}
