package org.konsil.engine.gateway.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.Role;

/** Lets in who has credentials, to what the role allows. */
final class Doorkeeper implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Set<String> FOR_PROCESS_OWNERS = Set.of("Topology", "DeployResource", "DeployProcess");

    private final Credentials credentials;

    Doorkeeper(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var client = credentials.authenticate(headers.get(AUTHORIZATION));
        if (client.isEmpty())
            return refuse(call, Status.UNAUTHENTICATED.withDescription("The engine knows nobody by these credentials"));
        var method = call.getMethodDescriptor().getBareMethodName();
        boolean allowed = client.get().may(Role.ENGINE_CLIENT)
                || client.get().may(Role.PROCESS_OWNER) && FOR_PROCESS_OWNERS.contains(method);
        if (!allowed)
            return refuse(
                    call,
                    Status.PERMISSION_DENIED.withDescription(
                            "%s may not call %s: process owners deploy and read models only"
                                    .formatted(client.get().name(), method)));
        return next.startCall(call, headers);
    }

    private static <Q, A> ServerCall.Listener<Q> refuse(ServerCall<Q, A> call, Status status) {
        call.close(status, new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
