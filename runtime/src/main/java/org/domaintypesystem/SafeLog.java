package org.domaintypesystem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The log of this library. Never throws, whatever the exceptions of others say of themselves. */
final class SafeLog {
    private static final Logger LOGGER = System.getLogger("org.domaintypesystem");

    private SafeLog() {}

    /**
     * @param cause null if the message says it all
     */
    static void log(Level level, Supplier<String> message, @Nullable Throwable cause) {
        try {
            if (cause == null) {
                LOGGER.log(level, message);
            } else {
                LOGGER.log(level, message, cause);
            }
        } catch (Throwable e) {
            if (cause != null) {
                log(level, () -> "what cannot be told, of a " + cause.getClass().getName(), null);
            }
        }
    }
}
