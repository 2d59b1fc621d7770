package org.konsil.hostile;

import java.net.URI;
import org.konsil.Onni;
import org.konsil.journey.Door;

/** Cases to attack. */
final class Cases {

    private Cases() {}

    /** A new case of the Finnish clinician. @return its id */
    static String registered(int port) {
        return new Door(URI.create("http://127.0.0.1:" + port))
                .as("clinician.fi")
                .post("/api/v1/cases", Onni.answers())
                .expect(201)
                .body()
                .path("caseId")
                .asText();
    }
}
