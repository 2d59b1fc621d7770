package org.konsil.engine.calls;

import io.grpc.Status;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command or query of the official client: how it goes well, how it is refused, and what the refusal is over REST and over gRPC.
 *
 * @param method the client's method that begins it
 * @param code absent when the client asks this over REST only
 */
record ClientCall(String method, Step happy, Step rejected, int status, Status.@Nullable Code code) {

    /** Something that a client does; what it returns is the answer. */
    interface Step {
        @Nullable
        Object run(World world) throws Exception;
    }

    static ClientCall rest(String method, Step happy, int status, Step rejected) {
        return new ClientCall(method, happy, rejected, status, null);
    }

    static ClientCall both(String method, Step happy, int status, Status.Code code, Step rejected) {
        return new ClientCall(method, happy, rejected, status, code);
    }

    static Stream<ClientCall> all() {
        return Stream.of(
                        ClusterCalls.TABLE,
                        ModelCalls.TABLE,
                        InstanceCalls.TABLE,
                        JobCalls.TABLE,
                        TaskCalls.TABLE,
                        MessageCalls.TABLE)
                .flatMap(Stream::of);
    }

    @Override
    public String toString() {
        return method;
    }
}
