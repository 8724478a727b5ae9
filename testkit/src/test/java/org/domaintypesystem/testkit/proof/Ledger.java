package org.domaintypesystem.testkit.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that was published: of each sender and topic, the message of sequence n at place n - 1. */
final class Ledger {
    /**
     * A message.
     *
     * @param at when it was published, in nanoseconds
     * @param end behind its bytes among those of all, none of which takes more than is said here
     */
    record Entry(Object message, long at, long end) {}

    private record Stream(long sender, Topic topic) {}

    private final Map<Stream, List<Entry>> entries = new HashMap<>();

    void published(long sender, Topic topic, Object message, long now) {
        List<Entry> all = entries.computeIfAbsent(new Stream(sender, topic), stream -> new ArrayList<>());
        long before = all.isEmpty() ? 0 : all.get(all.size() - 1).end();
        all.add(new Entry(message, now, before + topic.most(message)));
    }

    List<Entry> of(long sender, Topic topic) {
        return entries.getOrDefault(new Stream(sender, topic), List.of());
    }
}
