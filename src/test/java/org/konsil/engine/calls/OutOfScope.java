package org.konsil.engine.calls;

import java.util.regex.Pattern;

/** What the engine does not do, and the client's methods that would ask it. */
enum OutOfScope {
    DOCUMENTS(
            "new.*Document(Content|Batch|Link)?.*",
            "POST /v2/documents",
            "GET /v2/documents/d",
            "DELETE /v2/documents/d"),
    BATCH_OPERATIONS(
            "new.*BatchOperation.*",
            "POST /v2/batch-operations/search",
            "GET /v2/batch-operations/1",
            "POST /v2/batch-operation-items/search",
            "POST /v2/process-instances/cancellation",
            "POST /v2/process-instances/migration",
            "POST /v2/process-instances/modification",
            "POST /v2/process-instances/incident-resolution"),
    AD_HOC_ACTIVATION(
            "newActivateAdHocSubProcessActivitiesCommand", "POST /v2/element-instances/ad-hoc-activities/1/activation"),
    USERS(
            "new(Create|Delete|Update)UserCommand|newUser(Get|sSearch)Request|newUsersBy.*",
            "POST /v2/users",
            "GET /v2/users/u"),
    ROLES("new.*Roles?(?!.*Tenant).*", "POST /v2/roles", "POST /v2/roles/search", "PUT /v2/roles/r/users/u"),
    GROUPS("new.*Groups?.*", "POST /v2/groups", "POST /v2/groups/search", "PUT /v2/groups/g/users/u"),
    TENANTS("new.*Tenants?.*", "POST /v2/tenants", "POST /v2/tenants/search", "GET /v2/tenants/t"),
    AUTHORIZATIONS("new.*Authorization.*", "POST /v2/authorizations", "POST /v2/authorizations/search"),
    MAPPING_RULES("new.*MappingRules?.*", "POST /v2/mapping-rules", "POST /v2/mapping-rules/search"),
    USAGE_METRICS("newUsageMetricsRequest", "GET /v2/system/usage-metrics"),
    SETUP_AND_LICENSE("none", "POST /v2/setup/user", "GET /v2/license", "GET /v2/authentication/me"),
    /** Processes only, and only over gRPC; deprecated since 8.0 in favour of the deployment of resources. The engine takes it from older clients. */
    DEPRECATED("newDeployCommand");

    final String[] calls;
    private final Pattern methods;

    OutOfScope(String methods, String... calls) {
        this.methods = Pattern.compile(methods);
        this.calls = calls;
    }

    static boolean covers(String method) {
        for (var one : values()) if (one.methods.matcher(method).matches()) return true;
        return false;
    }
}
