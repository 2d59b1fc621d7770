package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.ProgramTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drawings, rules and contracts of a process owner, sent to reach the machine instead of a case. Nothing of them comes into force. */
@ProgramTest
class OwnersFilesTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"domestic-no.bpmn", "exhaustion-no.dmn"})
    void textThatMultipliesIsRefused(String name) {
        var laughs = new StringBuilder("<!DOCTYPE lol [<!ENTITY a0 \"ha\">");
        for (int at = 1; at < 12; at++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(at, ("&a" + (at - 1) + ";").repeat(10)));
        }
        refused(name, laughs + "]><definitions>&a11;</definitions>", "DOCTYPE");
        refused(name, "<!DOCTYPE q [<!ENTITY q \"%s\">]><q>&q;</q>".formatted("q".repeat(100_000)), "DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domestic-no.bpmn", "exhaustion-no.dmn"})
    void noFileAndNoAddressIsRead(String name) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the-secret");
        try (var elsewhere = new Elsewhere()) {
            for (var source : new String[] {secret.toUri().toString(), elsewhere.address()}) {
                refused(name, "<!DOCTYPE x [<!ENTITY s SYSTEM \"%s\">]><x>&s;</x>".formatted(source), "DOCTYPE");
                refused(name, "<!DOCTYPE x SYSTEM \"%s\"><x/>".formatted(source), "DOCTYPE");
                refused(name, "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s\">%%p;]><x/>".formatted(source), "DOCTYPE");
                var included =
                        "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\" parse=\"text\"/>"
                                + "<?xml-stylesheet href=\"%s\"?></x>";
                assertThat(refused(name, included.formatted(source, source), ""))
                        .doesNotContain("the-secret");
            }
            assertThat(elsewhere.visits()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"domestic-no.bpmn", "exhaustion-no.dmn"})
    void nestingWithoutEndIsRefused(String name) {
        refused(name, "<a>".repeat(200_000) + "</a>".repeat(200_000), "deeper than 100");
        refused(name, "<a>".repeat(6_000_000), "larger than 1.5 megabytes");
        var many = new StringBuilder("<a");
        for (int at = 0; at < 50_000; at++) {
            many.append(" b").append(at).append("=\"\"");
        }
        refused(name, many + "/>", "200 attributes");
    }

    @Test
    void aHundredMegabytesAreNotEvenRead() {
        var announced = Attacker.nobody(port)
                .raw("POST /v2/deployments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                        + Attacker.encoded("owner:" + Attacker.PASSWORD)
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 104857600\r\n"
                        + "Connection: close\r\n\r\n--b\r\n");
        assertThat(announced).startsWith("HTTP/1.1 4").doesNotContain("HTTP/1.1 422");
    }

    @Test
    void aContractThatMultipliesIsRefused() {
        var laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int at = 1; at < 12; at++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(at, at, ("*a" + (at - 1) + ",").repeat(8) + "*a" + (at - 1)));
        }
        refused("domestic-no.variables.yaml", laughs + "process: domestic-no\nvariables: *a11\n", "");
        refused("domestic-no.variables.yaml", "[".repeat(100_000), "");
        refused("domestic-no.variables.yaml", "process: !!javax.script.ScriptEngineManager [x]\nvariables: []\n", "");
    }

    /** No worker of this house runs scripts, calls addresses, or starts programs; so no drawing can ask for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.camunda:http-json:1",
                "io.camunda:connector-script:1",
                "io.camunda:webhook:1",
                "script",
                "http",
                "shell",
                "= \"io.camunda:\" + \"http-json:1\""
            })
    void aStepThatReachesTheNetworkOrAScriptIsRefused(String job) {
        var type = "type=\"" + job.replace("\"", "&quot;") + "\"";
        for (var step : new String[] {
            "<bpmn:serviceTask id=\"s\"><bpmn:extensionElements><zeebe:taskDefinition " + type
                    + "/></bpmn:extensionElements></bpmn:serviceTask>",
            "<bpmn:scriptTask id=\"s\"><bpmn:extensionElements><zeebe:taskDefinition " + type
                    + "/></bpmn:extensionElements></bpmn:scriptTask>",
            "<bpmn:task id=\"s\"><bpmn:extensionElements><zeebe:executionListeners>"
                    + "<zeebe:executionListener eventType=\"start\" " + type
                    + "/></zeebe:executionListeners></bpmn:extensionElements></bpmn:task>",
            "<bpmn:userTask id=\"s\"><bpmn:extensionElements><zeebe:userTask/><zeebe:taskListeners>"
                    + "<zeebe:taskListener eventType=\"creating\" " + type
                    + "/></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>"
        }) {
            refused("domestic-no.bpmn", drawing(step), "No worker does jobs of the type");
        }
    }

    @Test
    void javaAndScriptsOfOtherEnginesAreNotObeyed() {
        refused(
                "domestic-no.bpmn",
                drawing("<bpmn:scriptTask id=\"s\" scriptFormat=\"javascript\">"
                        + "<bpmn:script>java.lang.Runtime.getRuntime().exec('id')</bpmn:script></bpmn:scriptTask>"),
                "");
        refused(
                "domestic-no.bpmn",
                drawing("<bpmn:serviceTask id=\"s\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
                        + " camunda:class=\"java.lang.Runtime\" camunda:expression=\"${''.getClass()}\"/>"),
                "");
    }

    private static String drawing(String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
                  <bpmn:process id="domestic-no" isExecutable="true"><bpmn:startEvent id="start"/>%s
                    <bpmn:sequenceFlow id="to" sourceRef="start" targetRef="s"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(step);
    }

    private String refused(String name, String text, String why) {
        var answer = deploy(name, text);
        assertThat(answer).as(name).contains("\"status\":422", "deployment-refused", why);
        assertThat(answer).doesNotContain("org.konsil", "java.base");
        return answer;
    }

    private String deploy(String name, String text) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"" + name + "\"\r\n\r\n" + text
                + "\r\n--b--\r\n";
        return Attacker.program(port, "owner")
                .send("POST", "/v2/deployments", body, "Content-Type", "multipart/form-data; boundary=b")
                .body();
    }

    /** An address that counts who comes. */
    static final class Elsewhere implements AutoCloseable {

        private final ServerSocket socket;
        private final AtomicInteger visits = new AtomicInteger();

        Elsewhere() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::welcome);
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/stolen";
        }

        int visits() {
            return visits.get();
        }

        private void welcome() {
            try {
                while (true) {
                    try (var guest = socket.accept()) {
                        visits.incrementAndGet();
                        guest.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
