package org.domaintypesystem.testkit.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that was published: of each sender and topic, the message of sequence n at place n - 1. */
final class Ledger {
    private record Stream(long sender, Topic topic) {}

    private final Map<Stream, List<Object>> messages = new HashMap<>();

    void published(long sender, Topic topic, Object message) {
        messages.computeIfAbsent(new Stream(sender, topic), stream -> new ArrayList<>())
                .add(message);
    }

    List<Object> of(long sender, Topic topic) {
        return messages.getOrDefault(new Stream(sender, topic), List.of());
    }
}
