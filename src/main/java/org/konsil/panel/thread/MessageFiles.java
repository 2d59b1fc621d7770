package org.konsil.panel.thread;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.casefile.Attachment;
import org.konsil.casefile.Attachments;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came with messages: attachments of the case that belong to the network. */
@Repository
public class MessageFiles {

    private record Link(UUID message, UUID file) {}

    private final JdbcClient jdbc;
    private final Attachments attachments;

    MessageFiles(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    /** @throws org.konsil.casefile.AttachmentRefused if it is empty, too large or of a type that is not taken */
    public void add(CaseId caseId, UUID message, String name, byte[] content, Actor by) {
        var file = attachments.add(caseId, Controller.NETWORK, name, content, by);
        jdbc.sql("INSERT INTO panel_message_file (message_id, file_id) VALUES (?, ?)")
                .params(message, file.id())
                .update();
    }

    /** By message. */
    public Map<UUID, List<Attached>> of(CaseId caseId) {
        var links = jdbc.sql("SELECT f.message_id, f.file_id FROM panel_message_file f JOIN panel_message m"
                        + " ON m.id = f.message_id WHERE m.case_id = ?")
                .param(caseId.value())
                .query((row, number) ->
                        new Link(row.getObject("message_id", UUID.class), row.getObject("file_id", UUID.class)))
                .list();
        if (links.isEmpty()) {
            return Map.of();
        }
        var byFile = links.stream().collect(Collectors.toMap(Link::file, Link::message));
        return attachments.of(caseId, Controller.NETWORK).stream()
                .filter(file -> byFile.containsKey(file.id()))
                .collect(Collectors.groupingBy(
                        file -> Objects.requireNonNull(byFile.get(file.id())),
                        Collectors.mapping(MessageFiles::attached, Collectors.toList())));
    }

    private static Attached attached(Attachment file) {
        return new Attached(file.id(), file.name(), file.mediaType(), file.size());
    }
}
