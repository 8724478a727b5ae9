package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it is handed. */
final class RecordingSink implements InboundSink {
    final List<String> events = new ArrayList<>();
    final List<Long> forgotten = new ArrayList<>();

    static String ofMessage(long sender, long sequence) {
        return "%x: %d".formatted(sender, sequence);
    }

    static String ofMissing(long sender, long first, long count) {
        return "%x: missing %d+%d".formatted(sender, first, count);
    }

    static String ofLate(long sender, long sequence) {
        return "%x: late %d".formatted(sender, sequence);
    }

    @Override
    public void message(InboundMessage message) {
        events.add(ofMessage(message.sender(), message.sequence()));
    }

    @Override
    public void missing(long sender, long first, long count) {
        events.add(ofMissing(sender, first, count));
    }

    @Override
    public void late(long sender, long sequence) {
        events.add(ofLate(sender, sequence));
    }

    @Override
    public void known(long sender, long last) {
        events.add("%x: known %d".formatted(sender, last));
    }

    @Override
    public void forgotten(long sender) {
        forgotten.add(sender);
    }
}
