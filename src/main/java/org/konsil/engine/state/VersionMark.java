package org.konsil.engine.state;

import io.camunda.zeebe.util.VersionUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Who wrote a folder last: the format of log and snapshots, Zeebe's version and the product's. The file {@code version} in the engine's folder
 * and a backup's manifest say the same words.
 *
 * @param format grows when an older program could not read the folder any more
 * @param engine version of Zeebe, which never goes back and upgrades minor by minor
 * @param product version of the program, {@code development} when it was not started from its jar
 */
public record VersionMark(int format, String engine, String product) {

    public static final int FORMAT = 1;

    private static final String FILE = "version";
    private static final Pattern NUMBERS = Pattern.compile("(\\d+(?:\\.\\d+)*)(?:-.*)?");

    /** This program's. */
    public static VersionMark ours() {
        var product = Optional.ofNullable(VersionMark.class.getPackage().getImplementationVersion());
        return new VersionMark(FORMAT, VersionUtil.getVersion(), product.orElse("development"));
    }

    /** What the folder says of itself; nothing when it is new, or older than these marks. */
    public static Optional<VersionMark> in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
            return Optional.of(new VersionMark(
                    Integer.parseInt(words.getProperty("format", "")),
                    words.getProperty("engine", ""),
                    words.getProperty("product", "")));
        } catch (IllegalArgumentException e) {
            throw new EngineFolderRefused(
                    "The file %s cannot be understood (%s). Restore the engine's folder and the database from the same backup."
                            .formatted(file.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    /** Refuses, with {@link EngineFolderRefused}, the folder of a program that this one must not follow. */
    public static void check(Path folder) throws IOException {
        in(folder).flatMap(VersionMark::objection).ifPresent(why -> {
            throw new EngineFolderRefused("The engine's folder %s %s".formatted(folder.toAbsolutePath(), why));
        });
    }

    /** The same, then marks the folder as ours. */
    public static void put(Path folder) throws IOException {
        check(folder);
        if (!in(folder).equals(Optional.of(ours()))) ours().write(folder);
    }

    /** Why this program must not open what bears the mark, as the end of a sentence and what to do; empty when it may. */
    public Optional<String> objection() {
        var ours = ours();
        if (format > ours.format || newer(product, ours.product) || newer(engine, ours.engine))
            return Optional.of(
                    "was written by a newer version (%s), this one is %s. Start that version or a later one, or restore a backup that this one made."
                            .formatted(words(), ours.words()));
        return engine.isEmpty() ? Optional.empty() : Upgrades.objection(engine, ours.engine);
    }

    private String words() {
        return "Konsil %s with engine %s, format %d".formatted(product, engine, format);
    }

    /** Replaced as a whole, so that a crash leaves the old words or the new ones. */
    public void write(Path folder) throws IOException {
        Whole.write(folder.resolve(FILE), text());
    }

    /** What stands in the file. */
    public String text() {
        return "# who wrote this folder last; an older program refuses it\nformat=%d\nengine=%s\nproduct=%s\n"
                .formatted(format, engine, product);
    }

    static boolean newer(String theirs, String ours) {
        return compare(numbers(theirs), numbers(ours)) > 0;
    }

    /** Numbers of a version without what follows the dash; none when it has none, then nothing can be said. */
    private static List<Integer> numbers(String version) {
        var matcher = NUMBERS.matcher(version);
        return matcher.matches()
                ? Arrays.stream(matcher.group(1).split("\\."))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int difference = Integer.compare(one.get(at), other.get(at));
            if (difference != 0) return difference;
        }
        return 0;
    }
}
