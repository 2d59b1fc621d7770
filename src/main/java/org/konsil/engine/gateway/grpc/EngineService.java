package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.*;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.TimeUnit;
import org.konsil.engine.core.Engine;
import org.konsil.engine.gateway.JobActivation;

/** Camunda's gRPC API, call by call. */
final class EngineService extends GatewayGrpc.GatewayImplBase {

    private final Engine engine;
    private final Call calls;
    private final JobDoor jobs;

    EngineService(Engine engine, JobActivation activation) {
        this.engine = engine;
        this.calls = new Call(engine.commands());
        this.jobs = new JobDoor(activation, engine.pushes());
    }

    @Override
    public void topology(TopologyRequest q, StreamObserver<TopologyResponse> client) {
        client.onNext(Topology.of(engine.health()));
        client.onCompleted();
    }

    @Override
    public void activateJobs(ActivateJobsRequest q, StreamObserver<ActivateJobsResponse> client) {
        jobs.poll(q, client);
    }

    @Override
    public void streamActivatedJobs(StreamActivatedJobsRequest q, StreamObserver<ActivatedJob> client) {
        jobs.stream(q, client);
    }

    @Override
    public void completeJob(CompleteJobRequest q, StreamObserver<CompleteJobResponse> client) {
        calls.ask(() -> JobCommands.complete(q), a -> CompleteJobResponse.getDefaultInstance(), client);
    }

    @Override
    public void failJob(FailJobRequest q, StreamObserver<FailJobResponse> client) {
        calls.ask(() -> JobCommands.fail(q), a -> FailJobResponse.getDefaultInstance(), client);
    }

    @Override
    public void throwError(ThrowErrorRequest q, StreamObserver<ThrowErrorResponse> client) {
        calls.ask(() -> JobCommands.throwError(q), a -> ThrowErrorResponse.getDefaultInstance(), client);
    }

    @Override
    public void updateJobRetries(UpdateJobRetriesRequest q, StreamObserver<UpdateJobRetriesResponse> client) {
        calls.ask(() -> JobCommands.retries(q), a -> UpdateJobRetriesResponse.getDefaultInstance(), client);
    }

    @Override
    public void updateJobTimeout(UpdateJobTimeoutRequest q, StreamObserver<UpdateJobTimeoutResponse> client) {
        calls.ask(() -> JobCommands.timeout(q), a -> UpdateJobTimeoutResponse.getDefaultInstance(), client);
    }

    @Override
    public void createProcessInstance(
            CreateProcessInstanceRequest q, StreamObserver<CreateProcessInstanceResponse> client) {
        calls.ask(() -> InstanceCommands.create(q), InstanceAnswers::created, client);
    }

    @Override
    public void createProcessInstanceWithResult(
            CreateProcessInstanceWithResultRequest q, StreamObserver<CreateProcessInstanceWithResultResponse> client) {
        long millis = q.getRequestTimeout();
        var patient = new Call(command -> {
            var answer = engine.commands().send(command);
            return millis > 0 ? answer.orTimeout(millis, TimeUnit.MILLISECONDS) : answer;
        });
        patient.ask(() -> InstanceCommands.createWithResult(q), InstanceAnswers::result, client);
    }

    @Override
    public void cancelProcessInstance(
            CancelProcessInstanceRequest q, StreamObserver<CancelProcessInstanceResponse> client) {
        calls.ask(() -> InstanceCommands.cancel(q), a -> CancelProcessInstanceResponse.getDefaultInstance(), client);
    }

    @Override
    public void modifyProcessInstance(
            ModifyProcessInstanceRequest q, StreamObserver<ModifyProcessInstanceResponse> client) {
        calls.ask(() -> ChangeCommands.modify(q), a -> ModifyProcessInstanceResponse.getDefaultInstance(), client);
    }

    @Override
    public void migrateProcessInstance(
            MigrateProcessInstanceRequest q, StreamObserver<MigrateProcessInstanceResponse> client) {
        calls.ask(() -> ChangeCommands.migrate(q), a -> MigrateProcessInstanceResponse.getDefaultInstance(), client);
    }

    @Override
    public void setVariables(SetVariablesRequest q, StreamObserver<SetVariablesResponse> client) {
        calls.ask(
                () -> InstanceCommands.setVariables(q),
                a -> SetVariablesResponse.newBuilder().setKey(a.key()).build(),
                client);
    }

    @Override
    public void resolveIncident(ResolveIncidentRequest q, StreamObserver<ResolveIncidentResponse> client) {
        calls.ask(() -> InstanceCommands.resolve(q), a -> ResolveIncidentResponse.getDefaultInstance(), client);
    }

    @Override
    public void publishMessage(PublishMessageRequest q, StreamObserver<PublishMessageResponse> client) {
        calls.ask(
                () -> MessageCommands.publish(q),
                a -> PublishMessageResponse.newBuilder()
                        .setKey(a.key())
                        .setTenantId(Json.tenant(q.getTenantId()))
                        .build(),
                client);
    }

    @Override
    public void broadcastSignal(BroadcastSignalRequest q, StreamObserver<BroadcastSignalResponse> client) {
        calls.ask(
                () -> MessageCommands.broadcast(q),
                a -> BroadcastSignalResponse.newBuilder()
                        .setKey(a.key())
                        .setTenantId(Json.tenant(q.getTenantId()))
                        .build(),
                client);
    }

    @Override
    public void deployResource(DeployResourceRequest q, StreamObserver<DeployResourceResponse> client) {
        calls.ask(() -> ModelCommands.deploy(q), DeploymentAnswers::resources, client);
    }

    @Override
    @Deprecated // since Camunda 8.0, older clients still call it
    public void deployProcess(DeployProcessRequest q, StreamObserver<DeployProcessResponse> client) {
        calls.ask(() -> ModelCommands.deploy(q), DeploymentAnswers::processes, client);
    }

    @Override
    public void deleteResource(DeleteResourceRequest q, StreamObserver<DeleteResourceResponse> client) {
        calls.ask(() -> ModelCommands.delete(q), a -> DeleteResourceResponse.getDefaultInstance(), client);
    }

    @Override
    public void evaluateDecision(EvaluateDecisionRequest q, StreamObserver<EvaluateDecisionResponse> client) {
        calls.ask(() -> ModelCommands.evaluate(q), DecisionAnswers::evaluated, client);
    }
}
