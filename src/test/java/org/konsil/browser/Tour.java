package org.konsil.browser;

import static org.konsil.browser.Scene.COORDINATOR;
import static org.konsil.browser.Scene.LAST;
import static org.konsil.browser.Scene.LEAD;
import static org.konsil.browser.Scene.NETWORK;

import java.util.List;

/** Every page of the program, and before whom. */
final class Tour {

    private final List<Stop> stops;

    /**
     * A page to look at.
     *
     * @param route as the program knows it
     * @param account empty: of nobody
     */
    record Stop(String route, String account, String path) {

        @Override
        public String toString() {
            return route;
        }
    }

    /** @param theImport of some files, opened by {@code clinician.fi} */
    Tour(Scene scene, String theImport) {
        stops = List.of(
                new Stop("/sign-in", "", "/sign-in"),
                clinician("/sign-in/again", "/sign-in/again?back=/work"),
                clinician("/", "/"),
                clinician("/cases", "/cases"),
                clinician("/cases/new", "/cases/new"),
                clinician("/cases/import", "/cases/import"),
                clinician("/cases/import/{id}", theImport),
                clinician("/cases/{caseId}", "/cases/" + scene.advised()),
                clinician("/cases/{caseId}/history", "/cases/" + scene.advised() + "/history?everything=true"),
                clinician("/cases/{caseId}/outcome", "/cases/" + scene.advised() + "/outcome"),
                clinician("/cases/{caseId}/letters", "/cases/" + scene.advised() + "/letters"),
                clinician("/cases/{caseId}/consent", "/cases/" + scene.discussed() + "/consent"),
                clinician("/cases/{caseId}/report/{event}", "/cases/" + scene.discussed() + "/report/urgency-changed"),
                clinician("/news", "/news"),
                clinician("/news/mail", "/news/mail"),
                clinician("/design", "/design"),
                clinician("/work/bulk/{id}", "/work/bulk/" + scene.claimed()),
                new Stop("/cases/{caseId}/rights", "dpo.fi", "/cases/" + scene.advised() + "/rights"),
                new Stop("/cases/{caseId}/rights/new", "dpo.fi", "/cases/" + scene.advised() + "/rights/new"),
                new Stop("/cases/{caseId}/rights/readers", "dpo.fi", "/cases/" + scene.advised() + "/rights/readers"),
                new Stop("/openings", "dpo.fi", "/openings"),
                new Stop("/records-of-processing", "owner", "/records-of-processing"),
                new Stop("/cases/{caseId}/open", "auditor", "/cases/" + scene.discussed() + "/open"),
                new Stop("/audit", "auditor", "/audit"),
                new Stop("/mail", "admin", "/mail"),
                coordinator("/overview", "/overview"),
                new Stop("/overview/work", "contact.fi", "/overview/work?country=fi"),
                coordinator("/indicators", "/indicators"),
                coordinator("/work", "/work"),
                coordinator("/work/available", "/work/available"),
                coordinator("/work/cases", "/work/cases"),
                coordinator("/work/team", "/work/team"),
                coordinator("/work/all", "/work/all?stage=assess&network=" + NETWORK),
                coordinator("/work/look", "/work/look"),
                coordinator("/work/keys", "/work/keys"),
                coordinator("/absences", "/absences"),
                coordinator("/expertise", "/expertise"),
                coordinator("/expertise/{expert}", "/expertise/" + LAST),
                coordinator("/boards", "/boards"),
                coordinator("/boards/{board}", "/boards/" + scene.boardId()),
                coordinator("/boards/sessions/{session}", "/boards/sessions/" + scene.poll()),
                coordinator("/boards/sessions/{session}", "/boards/sessions/" + scene.session()),
                coordinator(
                        "/cases/{caseId}/session/{session}",
                        "/cases/" + scene.discussed() + "/session/" + scene.session()),
                coordinator("/cases/{caseId}/panel", "/cases/" + scene.discussed() + "/panel"),
                coordinator("/cases/{caseId}/panel/proposal", "/cases/" + scene.discussed() + "/panel/proposal"),
                new Stop("/tasks/{taskKey}", LEAD, "/tasks/" + scene.task(scene.discussed(), "lead-discussion")),
                new Stop(
                        "/tasks/{taskKey}/brief",
                        LAST,
                        "/tasks/" + scene.task(scene.discussed(), "expert-opinion") + "/brief"),
                new Stop("/cases/{caseId}/opinion", "expert1." + NETWORK, "/cases/" + scene.discussed() + "/opinion"),
                new Stop(
                        "/cases/{caseId}/discussion/{message}",
                        "expert1." + NETWORK,
                        "/cases/" + scene.discussed() + "/discussion/" + scene.message()));
    }

    List<Stop> stops() {
        return stops;
    }

    private static Stop clinician(String route, String path) {
        return new Stop(route, "clinician.fi", path);
    }

    private static Stop coordinator(String route, String path) {
        return new Stop(route, COORDINATOR, path);
    }
}
