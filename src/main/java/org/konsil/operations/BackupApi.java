package org.konsil.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.konsil.engine.backup.BackupTaken;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backups for administrators. Where they are kept is configured; no caller names a path. */
@Needs(Right.OPERATE)
@RestController
@RequestMapping("/api/v1/backups")
@Tag(name = "Backups", description = "For administrators: archives of engine, database and files as of one moment.")
class BackupApi {

    /** @param heldMillis how long the engine's clients waited */
    record Taken(String name, Instant taken, long bytes, String sha256, long heldMillis, long tookMillis) {

        static Taken of(BackupTaken one) {
            return new Taken(
                    one.file().getFileName().toString(),
                    one.taken(),
                    one.bytes(),
                    one.sha256(),
                    one.held().toMillis(),
                    one.whole().toMillis());
        }
    }

    record All(List<Kept> items) {}

    private final Backups backups;

    BackupApi(Backups backups) {
        this.backups = backups;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Take a backup",
            description =
                    "Answers when the archive is whole and on disk. Everything goes on meanwhile; the engine's clients wait for heldMillis. 409 while another one is being taken.")
    Taken take(Principal administrator) throws IOException {
        return Taken.of(backups.take(Actor.of(administrator.getName()), BackupSchedule.ASKED_FOR));
    }

    @GetMapping
    @Operation(summary = "The archives that are kept, the newest first")
    All all() {
        return new All(backups.all());
    }
}
