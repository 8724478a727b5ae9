package org.domaintypesystem;

import java.time.Duration;
import org.domaintypesystem.keys.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * How a node is set up, whatever it stands on.
 *
 * @param name null for one that is made up
 * @param maxMessageSize in bytes, of what is published and of what is received
 * @param retention what is kept of a reliable type, unless one of its publishers says otherwise; bytes and time are both given
 * @param repairTime how long messages of reliable types wait for those before them
 * @param keys null for a node without
 */
record NodeSettings(
        @Nullable String name,
        int maxMessageSize,
        Retention retention,
        Duration repairTime,
        @Nullable KeyRing keys) {}
