package org.konsil.engine.gateway.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams that workers hold open; else they would keep the port open for ever. A job that meets its end goes back. */
final class OpenStreams implements ServerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final String STREAM = "StreamActivatedJobs";

    private final Set<ServerCall<?, ?>> open = ConcurrentHashMap.newKeySet();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!STREAM.equals(call.getMethodDescriptor().getBareMethodName())) return next.startCall(call, headers);
        open.removeIf(ServerCall::isCancelled);
        open.add(call);
        return next.startCall(call, headers);
    }

    /** Ends them all; workers open theirs again when the engine is back. */
    void end() {
        for (var call : open) {
            open.remove(call);
            try {
                if (!call.isCancelled())
                    call.close(Status.UNAVAILABLE.withDescription("The engine is stopping"), new Metadata());
            } catch (IllegalStateException e) {
                LOG.debug("A worker's stream had ended by itself", e);
            }
        }
    }
}
