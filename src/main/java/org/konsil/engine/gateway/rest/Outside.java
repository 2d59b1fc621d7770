package org.konsil.engine.gateway.rest;

import java.util.regex.Pattern;

/** What Camunda's API has and this engine leaves to others: files, people and their rights, batches of instances, licences. */
final class Outside {

    private static final Pattern PATHS = Pattern.compile("/v2/(?:"
            + "(?:documents|batch-operations|batch-operation-items|users|roles|groups|tenants|authorizations|mapping-rules"
            + "|setup|license|authentication|system)(?:/.*)?"
            + "|process-instances/(?:cancellation|migration|modification|incident-resolution)"
            + "|element-instances/ad-hoc-activities/.*)");

    private Outside() {}

    static boolean covers(String path) {
        return PATHS.matcher(path).matches();
    }
}
