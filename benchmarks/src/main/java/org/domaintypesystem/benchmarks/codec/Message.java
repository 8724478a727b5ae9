package org.domaintypesystem.benchmarks.codec;

import java.util.Locale;
import org.domaintypesystem.benchmarks.codec.message.Samples;

/** The messages that are measured. */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes to the values, though their type does not say so
public enum Message {
    SENSOR,
    CAR,
    BIG;

    /** What every contender writes; a new one each time. */
    public Object value() {
        return switch (this) {
            case SENSOR -> Samples.sensor();
            case CAR -> Samples.car();
            case BIG -> Samples.bigList();
        };
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
