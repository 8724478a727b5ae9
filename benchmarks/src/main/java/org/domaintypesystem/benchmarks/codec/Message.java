package org.domaintypesystem.benchmarks.codec;

import java.util.Locale;
import org.domaintypesystem.benchmarks.codec.message.Samples;

/** The messages that are measured. */
public enum Message {
    SENSOR(Samples.sensor()),
    CAR(Samples.car()),
    BIG(Samples.bigList());

    private final Object value;

    Message(Object value) {
        this.value = value;
    }

    /** What every contender writes, or an equal of it. */
    public Object value() {
        return value;
    }

    /** The one of this name, as {@link #toString} says it. */
    public static Message of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As people and JMH call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
