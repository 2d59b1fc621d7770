package org.konsil.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The open pages of this node: so many of one person and so many of all; a person's oldest makes room for their newest. */
@Component
class LiveConnections {

    private final List<LiveConnection> open = new CopyOnWriteArrayList<>();
    private final TellingSettings settings;
    private volatile boolean closed;

    LiveConnections(TellingSettings settings) {
        this.settings = settings;
    }

    /** @return whether there is room for it */
    synchronized boolean add(LiveConnection connection) {
        open.removeIf(LiveConnection::isOver);
        if (closed || open.size() >= settings.connections()) {
            return false;
        }
        var own = new ArrayList<>(open.stream()
                .filter(it -> it.person().equals(connection.person()))
                .toList());
        while (own.size() >= settings.connectionsOfAPerson()) {
            var oldest = own.removeFirst();
            open.remove(oldest);
            oldest.end(true);
        }
        return open.add(connection);
    }

    List<LiveConnection> open() {
        open.removeIf(LiveConnection::isOver);
        return List.copyOf(open);
    }

    /** A program that stops waits for nobody's open page. */
    @EventListener
    void on(ContextClosedEvent closing) {
        closed = true;
        open.forEach(connection -> connection.end(false));
    }
}
