package org.konsil.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.process.Deployments;
import org.konsil.process.ProcessFile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Where process owners deploy, as Camunda Modeler and Camunda's clients do it: the same calls and answers as Camunda's own. */
@Needs(Right.DEPLOY)
@RestController
class DeploymentApi {

    private final Deployments deployments;
    private final Access access;

    DeploymentApi(Deployments deployments, Access access) {
        this.deployments = deployments;
        this.access = access;
    }

    @PostMapping(path = "/v2/deployments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DeploymentAnswer deploy(MultipartHttpServletRequest request) throws IOException {
        var files = new ArrayList<ProcessFile>();
        for (var part : parts(request)) {
            files.add(new ProcessFile(name(part), part.getBytes()));
        }
        if (files.isEmpty()) {
            throw new NoFiles();
        }
        var person = access.current();
        Slice.requireOwn(person, files);
        return DeploymentAnswer.of(deployments.deploy(files, person.actor()));
    }

    /** Camunda Modeler asks this first, to see whether somebody is there and which version it is. */
    @GetMapping("/v2/topology")
    Map<String, Object> topology() {
        return Map.of(
                "brokers", List.of(),
                "clusterSize", 1,
                "partitionsCount", 1,
                "replicationFactor", 1,
                "gatewayVersion", deployments.engineVersion());
    }

    private static List<MultipartFile> parts(MultipartHttpServletRequest request) {
        return request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Without the folders that some programs send. */
    private static String name(MultipartFile part) {
        var given = String.valueOf(part.getOriginalFilename()).replace('\\', '/');
        return given.substring(given.lastIndexOf('/') + 1);
    }
}
