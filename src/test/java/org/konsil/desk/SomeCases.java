package org.konsil.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Registrations and packets for tests. */
public final class SomeCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SomeCases() {}

    /** Onni, as Helsinki would register him. */
    public static ObjectNode onni() {
        var fields = JSON.objectNode()
                .put("provider", "hus")
                .put("country", "fi")
                .put("pseudonym", "HUS-2026-014")
                .put("dateOfBirth", "2022-03-14")
                .put("sex", "male")
                .put("diagnosisStatus", "suspected")
                .put("clinicalSummary", "Four-year-old boy, 20 to 30 seizures a day.")
                .put("question", "surgery")
                .put("urgency", "routine");
        fields.putArray("diseases").addObject().put("code", "ORPHA:268943").put("label", "Focal cortical dysplasia");
        fields.putArray("phenotypes").addObject().put("code", "HP:0001250").put("presence", "present");
        return fields;
    }

    /** A small packet; its subject's id makes its content its own. */
    public static ObjectNode packet(String subject) {
        var packet = JSON.objectNode().put("id", "packet-" + subject);
        packet.putObject("subject").put("id", subject).put("sex", "FEMALE");
        packet.putArray("diseases")
                .addObject()
                .putObject("term")
                .put("id", "OMIM:154700")
                .put("label", "Marfan syndrome");
        packet.putArray("phenotypicFeatures")
                .addObject()
                .putObject("type")
                .put("id", "HP:0001250")
                .put("label", "Seizure");
        var meta = packet.putObject("metaData")
                .put("created", "2024-01-01T00:00:00Z")
                .put("createdBy", "test");
        meta.put("phenopacketSchemaVersion", "2.0");
        meta.putArray("resources")
                .addObject()
                .put("id", "hp")
                .put("name", "HPO")
                .put("url", "http://purl.obolibrary.org/obo/hp.owl")
                .put("version", "2024")
                .put("namespacePrefix", "HP")
                .put("iriPrefix", "http://purl.obolibrary.org/obo/HP_");
        return packet;
    }

    /** The same of somebody who has died. */
    public static ObjectNode packetOfADeadPatient(String subject) {
        var packet = packet(subject);
        ((ObjectNode) packet.path("subject")).putObject("vitalStatus").put("status", "DECEASED");
        return packet;
    }
}
