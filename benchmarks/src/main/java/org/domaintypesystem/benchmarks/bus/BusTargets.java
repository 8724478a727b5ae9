package org.domaintypesystem.benchmarks.bus;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.benchmarks.report.Target;

/** How good DTS has to be beside others. */
final class BusTargets {
    private static final List<Topic> ONE_DATAGRAM = List.of(Topic.B64, Topic.B256, Topic.KIB1);
    private static final List<Bus> AERON = List.of(Bus.AERON, Bus.AERON_AWAKE);
    private static final int MILLION = 1_000_000;

    static final List<Target> ALL = all();

    private BusTargets() {}

    private static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        ONE_DATAGRAM.forEach(topic -> targets.add(messages(topic, Bus.DTS, Bus.NIO, 0.95)));
        ONE_DATAGRAM.forEach(topic -> targets.add(messages(topic, Bus.DTS, Bus.LCM, 1)));
        for (Bus aeron : AERON) {
            targets.add(messages(Topic.B64, Bus.DTS_PACKED, aeron, 1.2));
            targets.add(messages(Topic.B256, Bus.DTS_PACKED, aeron, 1.2));
            targets.add(messages(Topic.KIB1, Bus.DTS_PACKED, aeron, 1));
        }
        targets.add(new Target(
                BusFigures.PACED,
                BusFigures.row(Topic.B64, MILLION),
                BusFigures.ARRIVED,
                Bus.DTS_PACKED.title,
                BusFigures.EVERYTHING,
                Target.Sense.MORE_IS_BETTER,
                1,
                0));
        targets.add(roundTrip(Bus.DTS, 1 / 1.15));
        targets.add(roundTrip(Bus.DTS_HANDED_OFF, 1 / 1.6));
        return List.copyOf(targets);
    }

    private static Target messages(Topic topic, Bus ours, Bus against, double atLeast) {
        return new Target(
                BusFigures.UNPACED,
                topic.title,
                BusFigures.PER_SECOND,
                ours.title,
                against.title,
                Target.Sense.MORE_IS_BETTER,
                atLeast,
                Target.NOISE);
    }

    private static Target roundTrip(Bus ours, double atLeast) {
        return new Target(
                BusFigures.ROUND_TRIPS,
                BusFigures.ROUND_TRIP,
                BusFigures.HALF,
                ours.title,
                Bus.NIO.title,
                Target.Sense.LESS_IS_BETTER,
                atLeast,
                Target.NOISE);
    }
}
