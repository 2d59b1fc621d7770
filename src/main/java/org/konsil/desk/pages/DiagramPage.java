package org.konsil.desk.pages;

import java.nio.charset.StandardCharsets;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.ProcessPaths;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The BPMN drawing of a process that works on a case, in the version that it runs in. */
@Needs(Right.KNOW)
@Controller
class DiagramPage {

    private final Dossiers dossiers;
    private final ProcessPaths paths;

    DiagramPage(Dossiers dossiers, ProcessPaths paths) {
        this.dossiers = dossiers;
        this.paths = paths;
    }

    @GetMapping("/cases/{caseId}/diagram/{processKey}.xml")
    ResponseEntity<byte[]> drawing(@PathVariable CaseId caseId, @PathVariable long processKey) {
        dossiers.open(caseId);
        return paths.drawing(caseId, processKey)
                .map(xml -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                        // opened as a page of its own, a drawing runs nothing
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(xml.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
