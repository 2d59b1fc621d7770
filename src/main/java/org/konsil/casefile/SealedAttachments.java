package org.konsil.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Attachments in their table, their bytes beside it. */
@Component
class SealedAttachments implements Attachments {

    /** What the objects of one document may unpack to. */
    private static final long MOST_UNPACKED = 300_000_000;

    private static final String NAME = "attachment.name:";
    private static final String CONTENT = "files:";

    private final JdbcClient jdbc;
    private final AttachmentFiles files;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final MessageSource words;
    private final DataSize largest;

    SealedAttachments(
            JdbcClient jdbc,
            AttachmentFiles files,
            Vault vault,
            Audit audit,
            Clock clock,
            MessageSource words,
            @Value("${konsil.casefile.largest-attachment:50MB}") DataSize largest) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.words = words;
        this.largest = largest;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Attachment add(CaseId caseId, Controller controller, String name, byte[] content, Actor by) {
        var type = check(content);
        var safe = FileNames.safe(name, type);
        var attachment =
                new Attachment(UUID.randomUUID(), caseId, controller, safe, type, content.length, by, clock.instant());
        files.write(attachment.id(), vault.sealBytes(caseId, controller, CONTENT + attachment.id(), content));
        jdbc.sql("INSERT INTO attachment VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(1, attachment.id())
                .param(2, caseId.value())
                .param(3, controller.name())
                .param(4, vault.seal(caseId, controller, NAME + attachment.id(), safe))
                .param(5, type)
                .param(6, attachment.size())
                .param(7, by.userId())
                .param(8, OffsetDateTime.ofInstant(attachment.at(), ZoneOffset.UTC))
                .update();
        audit.record(Entry.done(by, "attachment-added", caseId)
                .on("attachment:" + attachment.id())
                .with("mediaType", type)
                .with("size", attachment.size()));
        return attachment;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM attachment WHERE case_id = ? ORDER BY at, id")
                .param(caseId.value())
                .query((row, number) -> attachment(caseId, row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> of(CaseId caseId, Controller controller) {
        return jdbc.sql("SELECT * FROM attachment WHERE case_id = ? AND controller = ? ORDER BY at, id")
                .params(caseId.value(), controller.name())
                .query((row, number) -> attachment(caseId, row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Attachment> find(CaseId caseId, UUID id) {
        return jdbc.sql("SELECT * FROM attachment WHERE case_id = ? AND id = ?")
                .params(caseId.value(), id)
                .query((row, number) -> attachment(caseId, row))
                .optional();
    }

    @Override
    public byte[] read(Attachment attachment, Actor by) {
        audit.recordApart(Entry.done(by, "attachment-read", attachment.caseId()).on("attachment:" + attachment.id()));
        return vault.openBytes(
                attachment.caseId(), attachment.controller(), CONTENT + attachment.id(), files.read(attachment.id()));
    }

    private String check(byte[] content) {
        if (content.length == 0) {
            throw refused("empty");
        }
        if (content.length > largest.toBytes()) {
            throw refused("size", largest.toMegabytes());
        }
        var type = MediaTypes.of(content).orElseThrow(() -> refused("type"));
        if (type.equals("application/pdf")) {
            PdfScan.objection(content, MOST_UNPACKED).ifPresent(why -> {
                throw refused(why);
            });
        }
        return type;
    }

    private AttachmentRefused refused(String why, Object... arguments) {
        return new AttachmentRefused(
                words.getMessage("casefile.attachment." + why, arguments, LocaleContextHolder.getLocale()));
    }

    private Attachment attachment(CaseId caseId, ResultSet row) throws SQLException {
        var controller = Controller.valueOf(row.getString("controller"));
        var id = row.getObject("id", UUID.class);
        return new Attachment(
                id,
                caseId,
                controller,
                vault.open(caseId, controller, NAME + id, row.getBytes("name")),
                row.getString("media_type"),
                row.getLong("size"),
                Actor.of(row.getString("by_user")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
