package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.ProgramTest;
import org.konsil.desk.SomeCases;
import org.konsil.web.Caller.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Phenopackets over HTTP: what is one is taken in, once; what is none is refused by its place, and nothing of it is kept. */
@ProgramTest
class BadPacketTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "root",
            value = {
                "{                                                             | root",
                "[]                                                            | root",
                "null                                                          | root",
                "{'id':'a','id':'b'}                                           | /id",
                "{'subject':{'sex':'MEN'}}                                     | /subject/sex",
                "{'subject':{'id':7}}                                          | /subject/id",
                "{'subject':{'id':'a\\u0000b'}}                                | /subject/id",
                "{'subject':{'dateOfBirth':'2199-01-01T00:00:00Z'}}            | /subject/dateOfBirth",
                "{'subject':{'timeAtLastEncounter':{'age':{'iso8601duration':'4 years'}}}} | /subject/timeAtLastEncounter/age/iso8601duration",
                "{'subject':{'timeAtLastEncounter':{'age':{'iso8601duration':'P900Y'}}}}   | /subject/timeAtLastEncounter/age/iso8601duration",
                "{'phenotypicFeatures':[{'type':{'id':'HP:12','label':'x'}}]}  | /phenotypicFeatures/0/type/id",
                "{'phenotypicFeatures':[{'type':{'label':'x'}}]}               | /phenotypicFeatures/0/type/id",
                "{'diseases':[{'term':{'id':'OMIM:x','label':'x'}}]}           | /diseases/0/term/id",
                "{'shoeSize':44}                                               | /shoeSize",
                "{'proband':{}}                                                | /proband"
            })
    void whatIsWrongIsNamedByItsPlace(String text, String pointer) {
        var before = Stored.now(jdbc);
        send(text.replace('\'', '"'), "")
                .refused(422, "interop-malformed-phenopacket")
                .naming(pointer == null ? "" : pointer);
        before.isStillAll(jdbc);
    }

    @Test
    void packetsMadeToExhaustTheirReaderAreRefused() {
        var before = Stored.now(jdbc);
        send("{\"subject\":".repeat(100_000), "").refused(422, "interop-malformed-phenopacket");
        send("[".repeat(500_000), "").refused(422, "interop-malformed-phenopacket");
        send(SomeCases.packet("long") + " ".repeat(10_000_000), "").refused(413, "too-large");
        var tooLong = SomeCases.packet("x".repeat(100_000));
        send(tooLong, "").refused(422, "interop-malformed-phenopacket").naming("/subject/id");
        send("", "").refused(400, "malformed-json");
        before.isStillAll(jdbc);
    }

    @Test
    void wishesThatCannotBeAreNamed() {
        var before = Stored.now(jdbc);
        send(SomeCases.packet("wishes"), "?urgency=never&question=why&country=xx&provider=zz")
                .refused(422, "answers-refused")
                .naming("/urgency")
                .naming("/question")
                .naming("/country")
                .naming("/provider");
        before.isStillAll(jdbc);
    }

    @Test
    void theSameContentIsTheSameCaseHoweverItIsWritten() throws Exception {
        var packet = SomeCases.packet(UUID.randomUUID().toString());
        var first = send(packet, "?country=fi").is(201).json();
        var other = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(backwards(packet));

        var again = send(other, "?country=fi").is(200).json();

        assertThat(again.path("duplicate").asBoolean()).isTrue();
        assertThat(again.path("caseId")).isEqualTo(first.path("caseId"));
        send(packet.put("id", "sent-by-another-name"), "?country=fi").is(200);
        packet.withObject("/subject").put("sex", "MALE");
        send(packet, "?country=fi").is(201);
    }

    @Test
    void aRecordedDeathAndUnknownCodesAreFlagged() {
        var packet = SomeCases.packetOfADeadPatient(UUID.randomUUID().toString());
        packet.withArray("/diseases")
                .addObject()
                .putObject("term")
                .put("id", "MONDO:9999999")
                .put("label", "?");
        var taken = send(packet, "").is(201).json();
        assertThat(taken.path("flags").toString()).contains("death-needs-confirmation", "unknown-codes");
        assertThat(taken.path("unknownCodes").toString()).contains("MONDO:9999999");
    }

    private static ObjectNode backwards(ObjectNode object) {
        var turned = object.objectNode();
        object.properties().stream().toList().reversed().forEach(one -> turned.set(one.getKey(), one.getValue()));
        return turned;
    }

    private Answer send(Object packet, String wishes) {
        return caller.post(Caller.CLINICIAN, "/api/v1/cases/phenopackets" + wishes, packet);
    }
}
