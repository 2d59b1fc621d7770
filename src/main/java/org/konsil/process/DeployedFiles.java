package org.konsil.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that process owners deployed over HTTP; all nodes read them. */
@Component
class DeployedFiles {

    /** @param replaces SHA-256 of the folder's file at that time, empty if there was none */
    record Row(String name, byte[] content, String replaces) {

        ProcessFile file() {
            return new ProcessFile(name, content);
        }
    }

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DeployedFiles(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest of each name that no later change in a folder has superseded. */
    List<Row> newest() {
        return jdbc.sql("""
                        SELECT name, content, replaces FROM process_file
                        WHERE superseded_at IS NULL
                        AND seq IN (SELECT max(seq) FROM process_file GROUP BY name) ORDER BY name
                        """)
                .query((row, number) ->
                        new Row(row.getString("name"), row.getBytes("content"), row.getString("replaces")))
                .list();
    }

    /** Grows with each file that any node keeps; 0 while there is none. */
    long last() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM process_file")
                .query(Long.class)
                .single();
    }

    @Transactional
    public void keep(List<ProcessFile> files, FilesOnDisk disk, Actor by) {
        for (var file : files) {
            jdbc.sql("""
                            INSERT INTO process_file (name, content, replaces, deployed_by, deployed_at)
                            VALUES (:name, :content, :replaces, :by, :now)
                            """)
                    .param("name", file.name())
                    .param("content", file.content())
                    .param("replaces", disk.hash(file.name()))
                    .param("by", by.userId())
                    .param("now", now())
                    .update();
            audit.record(new Entry(
                    by,
                    "process-file-deployed",
                    null,
                    "file:" + file.name(),
                    null,
                    Entry.Outcome.DONE,
                    null,
                    Map.of()));
        }
    }

    @Transactional
    public void supersede(String name) {
        jdbc.sql("UPDATE process_file SET superseded_at = :now WHERE name = :name AND superseded_at IS NULL")
                .param("name", name)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
