package org.konsil.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.backup.ArchiveRefused;
import org.konsil.vault.KeysRefused;

/**
 * What the program does instead of starting when its first word is a command: backups of the data, and what concerns the key store, which is
 * in none of them. Exit codes are those of sysexits.h.
 */
public final class CommandLine {

    private static final int DONE = 0;
    private static final int WRONG_USAGE = 64;
    private static final int REFUSED = 65;
    private static final int UNAVAILABLE = 69;
    private static final int CANNOT = 74;

    private static final String USAGE = """
            Usage: java -jar konsil.jar backup --to=FILE [--konsil.home=FOLDER]
                   java -jar konsil.jar restore --from=FILE [--konsil.home=FOLDER]
                   java -jar konsil.jar verify-backup --from=FILE
                   java -jar konsil.jar rotate-master-key [--finish]
                   java -jar konsil.jar backup-keys
                   java -jar konsil.jar restore-keys --from=FILE
            Further settings as for a start, such as --spring.profiles.active=engine for an engine alone.
            To back up a program that runs, set KONSIL_ADMIN_TOKEN to an administrator's access token, or in the
            demonstration KONSIL_ADMIN_USER and KONSIL_ADMIN_PASSWORD.""";

    /** One of the commands. */
    interface Command {
        String run(Words words) throws IOException, SQLException, InterruptedException;
    }

    private static final Map<String, Command> COMMANDS = Map.of(
            "backup", TakeBackup::run,
            "restore", RestoreBackup::run,
            "verify-backup", VerifyBackup::run,
            "rotate-master-key", KeyCommands::rotate,
            "backup-keys", KeyCommands::backUp,
            "restore-keys", KeyCommands::restore);

    private CommandLine() {}

    /** Whether the first word is one of the commands. */
    public static boolean wanted(String... args) {
        return args.length > 0 && COMMANDS.containsKey(args[0]);
    }

    /** Does it, says in a sentence what became of it, and answers the exit code. */
    public static int run(String... args) {
        try {
            var words = new Words(List.copyOf(Arrays.asList(args).subList(1, args.length)));
            return say(System.out, Objects.requireNonNull(COMMANDS.get(args[0])).run(words), DONE);
        } catch (WrongUsage e) {
            return say(System.err, e.getMessage() + "\n" + USAGE, WRONG_USAGE);
        } catch (ArchiveRefused | KeysRefused e) {
            return say(System.err, e.getMessage(), REFUSED);
        } catch (NoAnswer e) {
            return say(System.err, e.getMessage(), UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return say(System.err, "Broken off.", CANNOT);
        } catch (IOException | SQLException | RuntimeException e) {
            return say(System.err, "It could not be done: " + why(e), CANNOT);
        }
    }

    private static String why(Throwable error) {
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    private static int say(PrintStream out, @Nullable String sentence, int code) {
        out.println(sentence);
        return code;
    }
}
