package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.konsil.web.Caller.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations that cannot be: each is told where it is wrong, and nothing of it is kept. */
@ProgramTest
class BadRegistrationTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;
    private Stored before;

    @BeforeEach
    void look() {
        caller = new Caller(port);
        before = Stored.now(jdbc);
    }

    @AfterEach
    void nothingWasKept() {
        before.isStillAll(jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "{",
                "{\"provider\":",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"ageYears\":NaN}",
                "\u0000"
            })
    void whatIsNoJsonIsSaidToBeNone(String text) {
        send(text).refused(400, "malformed-json");
    }

    @Test
    void jsonMadeToExhaustItsReaderIsSaidToBeExcessive() {
        for (var text :
                List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "{\"ageYears\":" + "9".repeat(2_000) + "}")) {
            var refused = send(text).refused(400, "malformed-json");
            assertThat(refused.json().path("detail").asText()).contains("too deeply");
        }
        assertThat(caller.post(Caller.CLINICIAN, "/api/v1/cases", new byte[] {'{', '"', (byte) 0xff, '"', '}'})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tenMegabytesOfTextAreTooLarge() {
        send(Onni.answers().put("clinicalSummary", "x".repeat(10_000_000))).refused(413, "too-large");
        send(Onni.answers().put("pseudonym", "x".repeat(10_000_000))).refused(413, "too-large");
        send("[" + "1,".repeat(5_000_000) + "1]").refused(413, "too-large");
        send(Onni.answers().put("clinicalSummary", "x".repeat(1_500_000)))
                .refused(422, "answers-refused")
                .naming("/clinicalSummary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'shoeSize':44}                                       | /shoeSize",
                "{'__proto__':{'a':1}}                                 | /__proto__",
                "{'provider':'ous'}                                    | /provider",
                "{'provider':7}                                        | /provider",
                "{'country':'FI'}                                      | /country",
                "{'sex':['male']}                                      | /sex",
                "{'sex':'M'}                                           | /sex",
                "{'ageYears':'four'}                                   | /ageYears",
                "{'ageYears':'4'}                                      | /ageYears",
                "{'ageYears':-1}                                       | /ageYears",
                "{'ageYears':131}                                      | /ageYears",
                "{'ageYears':1e999}                                    | /ageYears",
                "{'ageYears':true}                                     | /ageYears",
                "{'phenotypes':'HP:0001250'}                           | /phenotypes",
                "{'phenotypes':['HP:0001250']}                         | /phenotypes/0",
                "{'phenotypes':[{'code':{'a':1},'presence':'present'}]}| /phenotypes/0/code",
                "{'phenotypes':[{'code':'HP:12','presence':'present'}]}| /phenotypes/0/code",
                "{'phenotypes':[{'code':'HP:0001250','x':1}]}          | /phenotypes/0/x",
                "{'diseases':[{'code':'ORPHA:abc'}]}                   | /diseases/0/code",
                "{'diseases':[{'code':'ORPHA:1;DROP TABLE case_file'}]}| /diseases/0/code",
                "{'diseases':[{'code':'65683'}]}                       | /diseases/0/code",
                "{'diseases':[{'code':''}]}                            | /diseases/0/code",
                "{'dateOfBirth':'2199-01-01'}                          | /dateOfBirth",
                "{'dateOfBirth':'9999-12-31'}                          | /dateOfBirth",
                "{'dateOfBirth':'2021-02-30'}                          | /dateOfBirth",
                "{'dateOfBirth':20210214}                              | /dateOfBirth",
                "{'firstContact':'2199-01-01'}                         | /firstContact",
                "{'pseudonym':'a\\u0000b'}                             | /pseudonym",
                "{'pseudonym':'two\\nlines'}                           | /pseudonym",
                "{'clinicalSummary':'\\u200b'}                         | /clinicalSummary",
                "{'pseudonym':'a\\u202eb'}                             | /pseudonym",
                "{'clinicalSummary':'half \\ud800'}                    | /clinicalSummary",
                "{'clinicalSummary':'bell \\u0007'}                    | /clinicalSummary"
            })
    void whatIsWrongIsNamedByItsPlace(String changed, String pointer) throws Exception {
        var answers = Onni.answers();
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        json.configure(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES.mappedFeature(), true);
        answers.setAll((ObjectNode) json.readTree(changed));
        send(answers).refused(422, "answers-refused").naming(pointer);
    }

    @Test
    void whatIsTooLongIsSaidToBeTooLong() {
        send(Onni.answers().put("pseudonym", "x".repeat(201)))
                .refused(422, "answers-refused")
                .naming("/pseudonym");
        send(Onni.answers().put("familyName", "x".repeat(5_000)))
                .refused(422, "answers-refused")
                .naming("/familyName");
        var many = Onni.answers();
        for (int at = 0; at < 1_000; at++) {
            many.withArray("phenotypes")
                    .addObject()
                    .put("code", "HP:%07d".formatted(at))
                    .put("presence", "present");
        }
        send(many).refused(422, "answers-refused").naming("/phenotypes");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        for (var text : List.of("null", "7", "\"text\"", "[1,2]")) {
            send(text).refused(422, "answers-refused").naming("");
        }
        caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers(), "Content-Type", "text/plain")
                .refused(415, "http-415");
    }

    @ParameterizedTest
    @CsvSource({"k, 201", "' ', 3"})
    void aKeyThatCannotBeKeptIsRefused(String character, int times) {
        caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers(), "Idempotency-Key", character.repeat(times))
                .refused(422, "idempotency-key-unusable");
    }

    @Test
    void onlyTheHomeCliniciansRegister() {
        caller.post("dispatcher.epicare", "/api/v1/cases", Onni.answers()).refused(403, "not-your-role");
        caller.post("admin", "/api/v1/cases", Onni.answers()).refused(403, "not-your-role");
        caller.post("clinician.no", "/api/v1/cases", Onni.answers())
                .refused(422, "answers-refused")
                .naming("/provider");
        caller.post(
                        null,
                        "/api/v1/cases",
                        Onni.answers(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .refused(401, "not-signed-in");
    }

    private Answer send(Object body) {
        return caller.post(Caller.CLINICIAN, "/api/v1/cases", body);
    }
}
