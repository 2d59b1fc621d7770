package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.konsil.engine.core.JobPushes;
import org.konsil.engine.gateway.ActivatedJob;
import org.konsil.engine.gateway.JobActivation;

/** Hands jobs to workers that poll and to workers that hold a stream open. */
record JobDoor(JobActivation activation, JobPushes pushes) {

    private static final Duration DEFAULT_LONG_POLL = Duration.ofSeconds(10);

    void poll(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> client) {
        var call = (ServerCallStreamObserver<ActivateJobsResponse>) client;
        try {
            var wait = request.getRequestTimeout() == 0
                    ? DEFAULT_LONG_POLL
                    : Duration.ofMillis(request.getRequestTimeout());
            var jobs = activation.activate(JobCommands.activate(request), wait);
            call.setOnCancelHandler(() -> jobs.cancel(false));
            var unused = jobs.whenComplete((got, error) -> {
                if (error == null) deliver(got, call);
                else if (!call.isCancelled()) call.onError(Errors.of(error));
            });
        } catch (RuntimeException e) {
            call.onError(Errors.of(e));
        }
    }

    private void deliver(List<ActivatedJob> jobs, ServerCallStreamObserver<ActivateJobsResponse> call) {
        try {
            if (call.isCancelled()) throw Errors.of(new CancellationException("The client is gone"));
            if (!jobs.isEmpty()) call.onNext(JobAnswers.batch(jobs));
            call.onCompleted();
        } catch (RuntimeException e) {
            activation.giveBack(jobs);
            if (!call.isCancelled()) call.onError(Errors.of(e));
        }
    }

    void stream(StreamActivatedJobsRequest request, StreamObserver<GatewayOuterClass.ActivatedJob> client) {
        var call = (ServerCallStreamObserver<GatewayOuterClass.ActivatedJob>) client;
        try {
            var stream = pushes.open(request.getType(), JobCommands.stream(request), new Stream(call));
            call.setOnCancelHandler(stream::close);
            call.setOnCloseHandler(stream::close);
        } catch (RuntimeException e) {
            call.onError(Errors.of(e));
        }
    }

    private record Stream(ServerCallStreamObserver<GatewayOuterClass.ActivatedJob> call) implements JobPushes.Worker {

        @Override
        public boolean ready() {
            return call.isReady() && !call.isCancelled();
        }

        @Override
        public boolean take(long key, JobRecord job) {
            if (!ready()) return false;
            call.onNext(JobAnswers.job(key, job));
            return true;
        }
    }
}
