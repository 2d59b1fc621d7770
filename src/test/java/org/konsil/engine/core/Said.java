package org.konsil.engine.core;

import java.util.Optional;

/** How the program that gets killed and who kills it speak about commands: a line before each, and a line for each answer. */
enum Said {
    CREATE,
    PUBLISH,
    COMPLETE_JOB,
    CHANGE,
    COMPLETE_TASK;

    record Line(Said what, boolean acknowledged, long about) {}

    void asked(long about) {
        say("?", about);
    }

    void acknowledged(long about) {
        say("!", about);
    }

    private void say(String mark, long about) {
        synchronized (Said.class) {
            System.out.println(name() + " " + mark + " " + about + " .");
            System.out.flush();
        }
    }

    /** Nothing when the line was cut short by the kill, or is not ours. */
    static Optional<Line> parse(String line) {
        var words = line.split(" ");
        if (words.length != 4 || !words[3].equals(".")) return Optional.empty();
        for (var what : values())
            if (what.name().equals(words[0]))
                return Optional.of(new Line(what, words[1].equals("!"), Long.parseLong(words[2])));
        return Optional.empty();
    }
}
