package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.konsil.access.Handover;
import org.konsil.casefile.Attachment;
import org.konsil.casefile.Attachments;
import org.konsil.consent.GivesBack;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/**
 * A controller's copy with the files themselves, because the data are what Art. 15(3) GDPR asks for: {@code copy.json},
 * {@code copy.pdf}, and below {@code files/} each attachment. One file at a time is in memory, and it stops when its reader loses
 * the right to it.
 */
@Component
class CopyArchive {

    private final Attachments attachments;
    private final Handover handover;
    private final ObjectMapper json;

    CopyArchive(Attachments attachments, Handover handover, ObjectMapper json) {
        this.attachments = attachments;
        this.handover = handover;
        this.json = json;
    }

    /** Where an attachment lies in the archive; numbered, so that two of one name do not meet. */
    static String place(int number, Attachment file) {
        return "files/%02d %s".formatted(number, file.name().replaceAll("[/\\\\\\p{Cntrl}]", "_"));
    }

    /** @param copy what {@code subject-access} lets out; without its part on attachments the files stay where they are */
    @GivesBack
    void write(ObjectNode copy, byte[] readable, CaseId caseId, Controller controller, Actor by, OutputStream out)
            throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            add(zip, "copy.json", json(copy));
            add(zip, "copy.pdf", readable);
            if (copy.path("attachments").isArray()) {
                int number = 1;
                for (var file : attachments.of(caseId, controller)) {
                    zip.putNextEntry(new ZipEntry(place(number++, file)));
                    var content = handover.of(attachments.read(file, by), caseId, Right.ANSWER_REQUESTS);
                    try (var in = content.getInputStream()) {
                        in.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    byte[] json(ObjectNode copy) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
