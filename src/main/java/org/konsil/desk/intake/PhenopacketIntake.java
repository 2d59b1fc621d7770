package org.konsil.desk.intake;

import java.util.Locale;
import org.konsil.access.Person;
import org.konsil.casefile.Registration;
import org.konsil.casefile.Registration.Registered;
import org.konsil.interop.phenopacket.PhenopacketCase;
import org.konsil.interop.phenopacket.PhenopacketReader;
import org.konsil.interop.phenopacket.RegisterCaseFromPhenopacket;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Registers cases from GA4GH Phenopackets: read strictly, filled into the form, recognised when they come again. */
@Service
public class PhenopacketIntake {

    private final PhenopacketReader packets;
    private final RegisterCaseFromPhenopacket mapping;
    private final Registration registration;
    private final MessageSource messages;

    PhenopacketIntake(
            PhenopacketReader packets,
            RegisterCaseFromPhenopacket mapping,
            Registration registration,
            MessageSource messages) {
        this.packets = packets;
        this.mapping = mapping;
        this.registration = registration;
        this.messages = messages;
    }

    /**
     * Takes one packet in, or nothing of it.
     *
     * @return the case; {@code again} if this provider had registered the same content before
     * @throws org.konsil.interop.phenopacket.MalformedPhenopacket with a JSON pointer to each place that is wrong
     * @throws org.konsil.forms.AnswersRefused if the wishes do not fit, by field of the form
     */
    public Registered take(byte[] json, Wishes wishes, Person by, Locale reader) {
        var packet = packets.read(json);
        var fields = mapping.fields(packet, reader);
        wishes.into(fields, registration.choices(by), by);
        if (fields.path("urgency").asText().equals("urgent")) {
            fields.put("urgencyReason", messages.getMessage("desk.intake.urgent", null, reader));
        }
        return registration.registerContent(fields, by, null, content(packet));
    }

    private static String content(PhenopacketCase packet) {
        return "phenopacket:" + packet.contentHash();
    }
}
