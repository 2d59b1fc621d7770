package org.konsil.interop.phenopacket;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.time.Clock;
import org.phenopackets.schema.v2.Phenopacket;
import org.springframework.stereotype.Component;

/** Reads GA4GH Phenopackets v2 (JSON) whole or not at all. */
@Component
public class PhenopacketReader {

    private final Clock clock;

    public PhenopacketReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads one packet of one patient.
     *
     * @param json as sent, at most 5 MB
     * @throws MalformedPhenopacket with a JSON pointer to each place that is wrong, 50 at most: broken JSON, unknown
     *     fields, values of a wrong type, a missing subject, codes, ages and dates that cannot be
     */
    public PhenopacketCase read(byte[] json) {
        var findings = new Findings();
        var root = new Spot(JsonText.read(json, findings), "");
        refuseSeveral(root, findings);
        new Conformance(findings, new Meaning(findings, clock)).check(root, Phenopacket.getDescriptor());
        findings.refuseIfAny();
        return CaseMapping.map(packet(root.node(), findings), root.node());
    }

    private static void refuseSeveral(Spot root, Findings findings) {
        for (var name : new String[] {"proband", "members", "relatives", "phenopackets"}) {
            if (root.node().has(name)) {
                throw findings.only("/" + name, "several-patients");
            }
        }
    }

    private static Phenopacket packet(JsonNode json, Findings findings) {
        try {
            var packet = Phenopacket.newBuilder();
            JsonFormat.parser().merge(json.toString(), packet);
            return packet.build();
        } catch (InvalidProtocolBufferException e) {
            throw findings.only("", "unreadable", String.valueOf(e.getMessage()));
        }
    }
}
