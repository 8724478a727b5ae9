package org.domaintypesystem.dynamic;

import org.jspecify.annotations.Nullable;

/**
 * Which alternative of a union a value holds, and what that is.
 *
 * @param name of the alternative; null for one that the schema does not have, as newer senders send
 * @param number the tag that travels
 * @param value null for an alternative that is {@code Void}, for one that is absent, and for one without a name
 */
public record DynamicUnion(
        @Nullable String name, int number, @Nullable Object value) {

    public boolean isKnown() {
        return name != null;
    }
}
