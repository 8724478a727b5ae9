package org.domaintypesystem;

import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import org.domaintypesystem.engine.Counter;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Silence;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;

/** Has the log say that no other node is heard, what was tried, and what to do. For the receiving thread. */
final class SilenceReport {
    private final Silence silence;
    private final Environment environment;
    private final Transport transport;
    private final NodePresence presence;
    private final Counters counters;
    private final NodeLog log;

    SilenceReport(
            Silence silence,
            Environment environment,
            Transport transport,
            NodePresence presence,
            Counters counters,
            NodeLog log) {
        this.silence = silence;
        this.environment = environment;
        this.transport = transport;
        this.presence = presence;
        this.counters = counters;
        this.log = log;
    }

    /** In how many nanoseconds to call again. */
    long tick() {
        long now = environment.nanoTime();
        if (silence.tick(now, presence::isUsed)) {
            say(silence.hasHeardItself());
        }
        return silence.pause(now);
    }

    private void say(boolean hearsItself) {
        String ways = transport.silence(hearsItself);
        if (!ways.isEmpty()) {
            log.silence(
                    hearsItself ? Level.INFO : Level.WARNING,
                    text(hearsItself, counters.get(Counter.DATAGRAMS), transport.dropped(), ways));
        }
    }

    static String text(boolean hearsItself, long datagrams, OptionalLong dropped, String ways) {
        return "hears no other node. %d datagrams have come in, %s. %s%s"
                .formatted(
                        datagrams,
                        hearsItself ? "its own among them" : "none of its own among them",
                        dropped.orElse(0) > 0
                                ? "The system dropped another %d, since they were not received fast enough. "
                                        .formatted(dropped.getAsLong())
                                : "",
                        ways);
    }
}
