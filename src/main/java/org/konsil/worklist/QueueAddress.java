package org.konsil.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as it is: what it is narrowed to, its order, its page. Nothing stands in it that a person typed. */
record QueueAddress(String path, Map<String, String> said) {

    static QueueAddress of(Queue queue, QueueFilter filter) {
        return new QueueAddress(queue.path(), filter.lasting());
    }

    QueueAddress at(String otherPath) {
        return new QueueAddress(otherPath, said);
    }

    QueueAddress with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(said);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new QueueAddress(path, changed);
    }

    @Override
    public String toString() {
        var address = UriComponentsBuilder.fromPath(path);
        said.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }
}
