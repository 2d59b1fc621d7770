package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.agrona.concurrent.UnsafeBuffer;
import org.awaitility.Awaitility;

/** The program that fills a small disk: first as far as it is let, then to the last byte, and in another life it looks what is left. */
final class FullDiskChild {

    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private long number;

    private FullDiskChild(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var child = new FullDiskChild(Path.of(args[0]));
        switch (args[1]) {
            case "fill" -> {
                child.isRefusedPolitely();
                child.fillsItAll();
            }
            default -> child.looks();
        }
    }

    private DurableEngine open(long leastFree) {
        var settings = new CoreSettings(
                        folder.resolve("engine"), true, (int) MEGABYTE, 500, Duration.ofHours(1), Duration.ofMillis(20))
                .bounded(Long.MAX_VALUE, leastFree);
        var engine = DurableEngine.open(settings);
        engine.exported(() -> 0);
        return engine;
    }

    private void isRefusedPolitely() throws IOException {
        try (var engine = open(40 * MEGABYTE)) {
            new Asks(engine).deploy();
            create(engine);
            leave(30 * MEGABYTE);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> engine.health().reason().contains("no new work is begun"));
            try {
                create(engine);
                say("was not refused");
            } catch (CompletionException e) {
                say("refused " + String.valueOf(e.getCause()).replaceFirst("^\\S+ ", ""));
            }
            new Asks(engine).activate(1).forEach(new Asks(engine)::complete);
            say("finished");
        }
    }

    private void fillsItAll() throws IOException {
        var engine = open(0);
        leave(4 * MEGABYTE);
        while (number < 10_000) create(engine);
    }

    /** Leaves so many bytes of the disk to others. */
    private void leave(long bytes) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler-" + bytes))) {
            for (long left = free - bytes; left > 0; left -= 1 << 16) filler.write(new byte[1 << 16]);
        }
    }

    private void create(DurableEngine engine) {
        var creation =
                new ProcessInstanceCreationRecord().setBpmnProcessId("work").setVersion(-1);
        creation.setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(
                "{\"id\":\"%d\",\"much\":\"%s\"}".formatted(++number, "x".repeat(20_000)))));
        new Asks(engine)
                .send(Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
        say("created " + number);
    }

    private void looks() throws Exception {
        try (var engine = open(0)) {
            var tally = new Tally();
            try (var reader = engine.records().newReader()) {
                tally.read(reader);
            }
            tally.effects(Said.CREATE).forEach((id, times) -> say("there " + id + " " + times));
            number = 1_000_000;
            create(engine);
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
        System.out.flush();
    }
}
