package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.domaintypesystem.benchmarks.report.Figures;

/** One measuring of the bus, in rounds: one contender after the other in each, so that a slow minute is shared by all. */
final class BusRun {
    /** Those who wait for no other message, or hide that they do. */
    private static final List<Bus> ROUND_TRIPS =
            List.of(Bus.DTS, Bus.DTS_HANDED_OFF, Bus.NIO, Bus.AERON, Bus.AERON_AWAKE, Bus.JGROUPS, Bus.JEROMQ, Bus.LCM);

    private static final List<Bus> STARTS = List.of(Bus.DTS, Bus.NIO, Bus.AERON, Bus.JGROUPS, Bus.JEROMQ, Bus.LCM);
    private static final List<Bus> MANY_SMALL = List.of(Bus.DTS_PACKED, Bus.DTS_RELIABLE, Bus.AERON, Bus.JEROMQ);
    private static final List<Topic> TOPICS = List.of(Topic.B64, Topic.B256, Topic.KIB1, Topic.KIB64, Topic.MIB1);
    private static final List<Bus> QUICK = List.of(Bus.DTS, Bus.DTS_PACKED, Bus.NIO, Bus.AERON);
    private static final List<Topic> QUICK_TOPICS = List.of(Topic.B64, Topic.B256);
    private static final List<Bus> QUICK_ROUND_TRIPS = List.of(Bus.DTS, Bus.NIO, Bus.AERON);

    private static final int MILLION = 1_000_000;
    private static final int CALM = 50_000;
    private static final long WARM_UP_MILLIS = 800;
    private static final long MILLIS = 1_000;
    private static final long QUICK_MILLIS = 700;

    private final Namespace network;
    private final Figures figures;

    BusRun(Namespace network, Figures figures) {
        this.network = network;
        this.figures = figures;
    }

    void quickRound() {
        for (Topic topic : QUICK_TOPICS) {
            for (Bus bus : QUICK) {
                carry(BusFigures.UNPACED, new Trial(bus, topic, 0, QUICK_MILLIS, QUICK_MILLIS));
            }
        }
        for (Bus bus : QUICK_ROUND_TRIPS) {
            roundTrip(new Trial(bus, Topic.B256, 0, QUICK_MILLIS, QUICK_MILLIS));
            start(bus);
        }
    }

    void round() {
        for (Topic topic : TOPICS) {
            for (Bus bus : Bus.values()) {
                if (bus.carries(topic) && bus != Bus.DTS_HANDED_OFF) {
                    carry(BusFigures.UNPACED, new Trial(bus, topic, 0, WARM_UP_MILLIS, MILLIS));
                }
            }
        }
        MANY_SMALL.forEach(bus -> carry(BusFigures.PACED, new Trial(bus, Topic.B64, MILLION, WARM_UP_MILLIS, MILLIS)));
        for (Bus bus : Bus.values()) {
            carry(BusFigures.PACED, new Trial(bus, Topic.B256, CALM, WARM_UP_MILLIS, MILLIS));
        }
        ROUND_TRIPS.forEach(bus -> roundTrip(new Trial(bus, Topic.B256, 0, WARM_UP_MILLIS, MILLIS)));
        STARTS.forEach(this::start);
    }

    private void carry(String table, Trial trial) {
        measure(trial, children -> BusFigures.add(table, trial, children.carried(), figures));
    }

    private void roundTrip(Trial trial) {
        measure(trial, children -> BusFigures.add(trial, children.roundTrips(), figures));
    }

    /** A process that has just started publishes calmly. */
    private void start(Bus bus) {
        Trial trial = new Trial(bus, Topic.B64, CALM, 0, QUICK_MILLIS);
        measure(trial, children -> BusFigures.add(trial, children.firstMessageNanos(), figures));
    }

    private void measure(Trial trial, Measurement measurement) {
        if (!trial.bus().isHere(network)) {
            return;
        }
        try (Children children = Children.of(trial, network.prefix())) {
            measurement.of(children);
        } catch (IOException | NoSuchElementException e) {
            figures.fault("%s: %s".formatted(trial, e.getMessage()));
        }
    }

    /** What is done with the two processes. */
    @FunctionalInterface
    private interface Measurement {
        void of(Children children) throws IOException;
    }
}
