package org.konsil.engine.gateway.rest;

import io.camunda.client.CamundaClient;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.konsil.engine.TestEngine;

/** Tests that look at an engine in which there is something of every kind, with bare HTTP. */
abstract class AmongLives {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    static CamundaClient client;

    @BeforeAll
    static void someLife() {
        TestEngine.shared().purge();
        client = TestEngine.shared().client();
        Lives.begin(client);
    }

    @AfterAll
    static void end() {
        client.close();
    }
}
