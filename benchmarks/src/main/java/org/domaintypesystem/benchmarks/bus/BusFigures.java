package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Numbers;

/** Under which names the figures of the bus are kept. */
final class BusFigures {
    static final String UNPACED = "as many as it goes";
    static final String PACED = "at a rate";
    static final String ROUND_TRIPS = "round trip";

    static final String PER_SECOND = "messages/s";
    static final String ARRIVED = "% arrived";
    static final String SENDER_CPU = "sender's CPU ns/message";
    static final String LISTENER_CPU = "listener's CPU ns/message";
    static final String SENDER_MEMORY = "sender's B/message";
    static final String LISTENER_MEMORY = "listener's B/message";
    static final String STARTS = "start to first message";
    static final String START = "ms";
    static final String SOCKET = "socket";
    static final String ASKED = "4 MiB asked for";
    static final String RECEIVE_BUFFER = "B";
    static final String HALF = "p50 µs";
    static final String MOST = "p99 µs";

    /** The row of all round trips. */
    static final String ROUND_TRIP = Topic.B256.title;
    /** By which arriving is measured. */
    static final String EVERYTHING = "what was sent";

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    private BusFigures() {}

    /** Who asks for as much as all do here is given so much. */
    static void addReceiveBuffer(Figures figures) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, Bus.RECEIVE_BUFFER);
            figures.add(SOCKET, ASKED, EVERYTHING, RECEIVE_BUFFER, channel.getOption(StandardSocketOptions.SO_RCVBUF));
        }
    }

    static void add(String table, Trial trial, Carried carried, Figures figures) {
        String row = row(trial.topic(), trial.perSecond());
        String bus = trial.bus().title;
        Throughput received = carried.received();
        figures.add(table, row, bus, PER_SECOND, received.perSecond());
        figures.add(table, row, bus, ARRIVED, received.arrivedPercent());
        figures.add(table, row, EVERYTHING, ARRIVED, PERCENT);
        if (received.received() > 0) {
            figures.add(table, row, bus, LISTENER_CPU, received.cpuNanosPerMessage());
            figures.add(table, row, bus, LISTENER_MEMORY, received.bytesPerMessage());
        }
        carried.sent().filter(sent -> sent.messages() > 0).ifPresent(sent -> {
            figures.add(table, row, bus, SENDER_CPU, sent.cpuNanosPerMessage());
            figures.add(table, row, bus, SENDER_MEMORY, sent.bytesPerMessage());
        });
    }

    static void add(Trial trial, RoundTripTimes times, Figures figures) {
        figures.add(ROUND_TRIPS, ROUND_TRIP, trial.bus().title, HALF, times.median() / NANOS_PER_MICRO);
        figures.add(ROUND_TRIPS, ROUND_TRIP, trial.bus().title, MOST, times.most() / NANOS_PER_MICRO);
    }

    static void add(Trial trial, long firstMessageNanos, Figures figures) {
        figures.add(STARTS, trial.topic().title, trial.bus().title, START, firstMessageNanos / NANOS_PER_MILLI);
    }

    static String row(Topic topic, long perSecond) {
        return perSecond == 0 ? topic.title : "%s, %s/s".formatted(topic.title, Numbers.of((double) perSecond));
    }
}
