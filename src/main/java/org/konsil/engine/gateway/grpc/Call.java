package org.konsil.engine.gateway.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.konsil.engine.core.Answer;
import org.konsil.engine.core.Command;
import org.konsil.engine.core.Commands;

/** One call: its command goes to the engine, its answer back to the client. */
record Call(Commands commands) {

    /** Asks and answers; a command that makes no sense is refused before it reaches the engine. */
    <A> void ask(Supplier<Command> command, Function<Answer, A> mapping, StreamObserver<A> client) {
        CompletableFuture<Answer> answer;
        try {
            answer = commands.send(command.get());
        } catch (RuntimeException e) {
            client.onError(Errors.of(e));
            return;
        }
        answer(answer, mapping, client);
    }

    static <T, A> void answer(CompletableFuture<T> future, Function<T, A> mapping, StreamObserver<A> client) {
        var call = (ServerCallStreamObserver<A>) client;
        call.setOnCancelHandler(() -> future.cancel(false));
        var unused = future.whenComplete((value, error) -> {
            if (call.isCancelled()) return;
            if (error != null) call.onError(Errors.of(error));
            else deliver(value, mapping, call);
        });
    }

    private static <T, A> void deliver(T value, Function<T, A> mapping, StreamObserver<A> call) {
        try {
            call.onNext(mapping.apply(value));
            call.onCompleted();
        } catch (RuntimeException e) {
            call.onError(Errors.of(e));
        }
    }
}
