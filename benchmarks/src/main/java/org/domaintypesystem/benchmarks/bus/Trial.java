package org.domaintypesystem.benchmarks.bus;

import java.util.List;

/**
 * One measurement.
 *
 * @param perSecond how many messages are sent; 0 for as many as it goes
 */
record Trial(Bus bus, Topic topic, long perSecond, long warmUpMillis, long millis) {

    /** For {@link #read}. */
    List<String> words() {
        return List.of(
                bus.name(), topic.name(), Long.toString(perSecond), Long.toString(warmUpMillis), Long.toString(millis));
    }

    static Trial read(List<String> words) {
        return new Trial(
                Bus.valueOf(words.get(0)),
                Topic.valueOf(words.get(1)),
                Long.parseLong(words.get(2)),
                Long.parseLong(words.get(3)),
                Long.parseLong(words.get(4)));
    }

    /** For people. */
    @Override
    public String toString() {
        return "%s, %s%s".formatted(bus.title, topic.title, perSecond == 0 ? "" : " at " + perSecond + "/s");
    }
}
