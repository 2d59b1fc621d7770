package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.protocol.record.RejectionType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.konsil.engine.core.CommandRejected;
import org.konsil.engine.core.EngineBusy;
import org.konsil.engine.core.EngineStopped;

/** What went wrong, in gRPC's words; the codes are those of Camunda's own gateway, on which clients base their retries. */
final class Errors {

    /** For failures that bring no words of their own. */
    private static final Map<Status.Code, String> NAMES = Map.of(
            Status.Code.DEADLINE_EXCEEDED, "No answer in the time agreed",
            Status.Code.CANCELLED, "The client is gone",
            Status.Code.INTERNAL, "The call failed unexpectedly");

    private Errors() {}

    static StatusRuntimeException of(Throwable error) {
        var cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        var status =
                switch (cause) {
                    case CommandRejected rejected -> of(rejected.type());
                    case EngineBusy busy -> Status.RESOURCE_EXHAUSTED;
                    case EngineStopped stopped -> Status.UNAVAILABLE;
                    case TimeoutException late -> Status.DEADLINE_EXCEEDED;
                    case CancellationException gone -> Status.CANCELLED;
                    case IllegalArgumentException nonsense -> Status.INVALID_ARGUMENT;
                    default -> Status.INTERNAL;
                };
        var message = cause.getMessage();
        return status.withDescription(message == null ? NAMES.getOrDefault(status.getCode(), "") : message)
                .withCause(cause)
                .asRuntimeException();
    }

    private static Status of(RejectionType type) {
        return switch (type) {
            case INVALID_ARGUMENT, EXCEEDED_BATCH_RECORD_SIZE -> Status.INVALID_ARGUMENT;
            case NOT_FOUND -> Status.NOT_FOUND;
            case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
            case INVALID_STATE -> Status.FAILED_PRECONDITION;
            case FORBIDDEN -> Status.PERMISSION_DENIED;
            case UNAUTHORIZED -> Status.UNAUTHENTICATED;
            case PROCESSING_ERROR -> Status.INTERNAL;
            default -> Status.UNKNOWN;
        };
    }
}
