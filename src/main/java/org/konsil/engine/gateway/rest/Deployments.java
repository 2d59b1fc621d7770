package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.DeploymentDecisionRequirementsResult;
import io.camunda.client.protocol.rest.DeploymentDecisionResult;
import io.camunda.client.protocol.rest.DeploymentFormResult;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import io.camunda.client.protocol.rest.DeploymentProcessResult;
import io.camunda.client.protocol.rest.DeploymentResourceResult;
import io.camunda.client.protocol.rest.DeploymentResult;
import io.camunda.client.protocol.rest.ResourceResult;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ResourceRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceIntent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.konsil.engine.core.Command;

/** Models come and go. */
final class Deployments {

    /** Many models at once are read for seconds, on a busy machine for many. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Asking engine;

    Deployments(Asking engine) {
        this.engine = engine;
    }

    void register(Calls calls) {
        calls.add(Access.MODELERS, "POST", "/v2/deployments", this::deploy)
                .add("GET", "/v2/resources/{resourceKey}", this::resource)
                .add("GET", "/v2/resources/{resourceKey}/content", this::content)
                .add("POST", "/v2/resources/{resourceKey}/deletion", this::delete);
    }

    private Reply deploy(Call call) throws IOException {
        var record = new DeploymentRecord().setTenantId(Tenant.ONLY);
        boolean any = false;
        for (var part : call.parts()) {
            if (part.getName().equals("tenantId")) {
                Tenant.check(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            var name = part.getSubmittedFileName();
            if (name != null && !name.isBlank()) {
                any = true;
                record.resources()
                        .add()
                        .setResourceName(name)
                        .setResource(part.getInputStream().readAllBytes());
            }
        }
        if (!any) {
            throw Problem.unreadable("Required part 'resources' is not present.");
        }
        var answer = engine.ask(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record), PATIENCE);
        return Reply.ok(result(answer.key(), answer.as(new DeploymentRecord())));
    }

    private Reply delete(Call call) throws IOException {
        long key = call.key("resourceKey");
        var record = new ResourceDeletionRecord().setResourceKey(key);
        var reference = call.body().reference();
        engine.ask(Command.of(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, record)
                .referring(reference));
        return Reply.done();
    }

    private Reply resource(Call call) {
        var done = fetch(call);
        return Reply.ok(new ResourceResult()
                .resourceKey(String.valueOf(done.getResourceKey()))
                .resourceId(done.getResourceId())
                .resourceName(done.getResourceName())
                .version(done.getVersion())
                .versionTag(done.getVersionTag().isEmpty() ? null : done.getVersionTag())
                .tenantId(Tenant.ONLY));
    }

    private Reply content(Call call) {
        return Reply.ok(fetch(call).getResourceProp());
    }

    /** A resource that is no model: models have calls of their own. */
    private ResourceRecord fetch(Call call) {
        var record = new ResourceRecord().setResourceKey(call.key("resourceKey"));
        return engine.ask(Command.of(ValueType.RESOURCE, ResourceIntent.FETCH, record))
                .as(new ResourceRecord());
    }

    private static DeploymentResult result(long key, DeploymentRecord done) {
        var result = new DeploymentResult().deploymentKey(String.valueOf(key)).tenantId(Tenant.ONLY);
        done.processesMetadata()
                .forEach(one -> result.addDeploymentsItem(new DeploymentMetadataResult()
                        .processDefinition(new DeploymentProcessResult()
                                .processDefinitionId(one.getBpmnProcessId())
                                .processDefinitionVersion(one.getVersion())
                                .processDefinitionKey(String.valueOf(one.getProcessDefinitionKey()))
                                .resourceName(one.getResourceName())
                                .tenantId(Tenant.ONLY))));
        done.decisionsMetadata()
                .forEach(one -> result.addDeploymentsItem(new DeploymentMetadataResult()
                        .decisionDefinition(new DeploymentDecisionResult()
                                .decisionDefinitionId(one.getDecisionId())
                                .name(one.getDecisionName())
                                .version(one.getVersion())
                                .decisionDefinitionKey(String.valueOf(one.getDecisionKey()))
                                .decisionRequirementsId(one.getDecisionRequirementsId())
                                .decisionRequirementsKey(String.valueOf(one.getDecisionRequirementsKey()))
                                .tenantId(Tenant.ONLY))));
        done.decisionRequirementsMetadata()
                .forEach(one -> result.addDeploymentsItem(new DeploymentMetadataResult()
                        .decisionRequirements(new DeploymentDecisionRequirementsResult()
                                .decisionRequirementsId(one.getDecisionRequirementsId())
                                .decisionRequirementsName(one.getDecisionRequirementsName())
                                .version(one.getDecisionRequirementsVersion())
                                .decisionRequirementsKey(String.valueOf(one.getDecisionRequirementsKey()))
                                .resourceName(one.getResourceName())
                                .tenantId(Tenant.ONLY))));
        done.formMetadata()
                .forEach(one -> result.addDeploymentsItem(new DeploymentMetadataResult()
                        .form(new DeploymentFormResult()
                                .formId(one.getFormId())
                                .version(one.getVersion())
                                .formKey(String.valueOf(one.getFormKey()))
                                .resourceName(one.getResourceName())
                                .tenantId(Tenant.ONLY))));
        done.resourceMetadata()
                .forEach(one -> result.addDeploymentsItem(new DeploymentMetadataResult()
                        .resource(new DeploymentResourceResult()
                                .resourceId(one.getResourceId())
                                .version(one.getVersion())
                                .resourceKey(String.valueOf(one.getResourceKey()))
                                .resourceName(one.getResourceName())
                                .tenantId(Tenant.ONLY))));
        return result;
    }
}
