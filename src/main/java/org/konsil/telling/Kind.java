package org.konsil.telling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be new for somebody. How often each comes by mail is everybody's own to choose; these are what holds until then. */
public enum Kind {
    /** Work was given to this person. */
    WORK_MINE(Pace.DAILY),
    /** Work was given or is on offer to somebody who is away, and this person stands in. */
    WORK_STEAD(Pace.DAILY),
    /** Work is on offer to a group of this person. */
    WORK_GROUP(Pace.NONE),
    /** Somebody asks for work that is still open, or a share of its time is used up. */
    REMINDER(Pace.DAILY),
    /** A deadline is over. */
    LATE(Pace.DAILY),
    /** Somebody named this person in a discussion. */
    MENTION(Pace.DAILY),
    /** A session of a network's board was called, moved or called off. */
    SESSION(Pace.AT_ONCE),
    /** A case that this person follows is in another stage. */
    MOVED(Pace.NONE),
    /** The network has told the home provider something on the way. */
    INTERIM(Pace.DAILY),
    /** The outcome has reached the home provider. */
    DELIVERED(Pace.DAILY);

    private final Pace usual;

    Kind(Pace usual) {
        this.usual = usual;
    }

    Pace usual() {
        return usual;
    }

    /** As it stands in messages and addresses: {@code work-mine}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    static List<Kind> all() {
        return List.of(values());
    }
}
