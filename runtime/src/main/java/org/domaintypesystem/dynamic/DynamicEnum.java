package org.domaintypesystem.dynamic;

import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum.
 *
 * @param name as in the schema, for example {@code coldCrash}; null for a constant that the schema does not have, as newer
 *     senders send
 * @param number the number that travels, from 0 to 65535
 */
public record DynamicEnum(@Nullable String name, int number) {

    public boolean isKnown() {
        return name != null;
    }

    /** The name, or the number of one without a name. */
    @Override
    public String toString() {
        return name == null ? Integer.toString(number) : name;
    }
}
