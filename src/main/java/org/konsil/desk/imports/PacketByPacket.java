package org.konsil.desk.imports;

import java.util.List;
import java.util.Locale;
import org.konsil.access.Person;
import org.konsil.desk.imports.Fate.Kind;
import org.konsil.desk.intake.PhenopacketIntake;
import org.konsil.desk.intake.Wishes;
import org.konsil.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Takes one packet of many; whatever happens to it, the others go on. */
@Component
class PacketByPacket {

    private static final Logger LOG = LoggerFactory.getLogger(PacketByPacket.class);

    private final PhenopacketIntake intake;
    private final MessageSource messages;

    PacketByPacket(PhenopacketIntake intake, MessageSource messages) {
        this.intake = intake;
        this.messages = messages;
    }

    Fate take(Packet packet, Wishes wishes, Person by, Locale reader) {
        LocaleContextHolder.setLocale(reader);
        try {
            var taken = intake.take(packet.content(), wishes, by, reader);
            var kind = taken.again() ? Kind.AGAIN : Kind.TAKEN;
            return new Fate(packet.name(), kind, taken.caseId().toString(), null, List.of());
        } catch (Refusal refusal) {
            return new Fate(packet.name(), Kind.REFUSED, null, why(refusal, reader), refusal.fields());
        } catch (RuntimeException e) {
            LOG.error("A packet could not be imported", e);
            var why = messages.getMessage("desk.import.failed", null, reader);
            return new Fate(packet.name(), Kind.REFUSED, null, why, List.of());
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private String why(Refusal refusal, Locale reader) {
        var words = messages.getMessage(
                "refusal." + refusal.code() + ".why", refusal.arguments().toArray(), null, reader);
        return words == null ? String.valueOf(refusal.getMessage()) : words;
    }
}
