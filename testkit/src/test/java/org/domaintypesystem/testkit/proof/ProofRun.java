package org.domaintypesystem.testkit.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Peer;
import org.domaintypesystem.testkit.VirtualDatagram;
import org.domaintypesystem.testkit.VirtualNetwork;

/**
 * One seed: nodes that publish, listen, come and go on a network that does what it wants. Then the network heals, and
 * what the protocol promises of such a network is looked at: {@link Aftermath}.
 */
final class ProofRun implements AutoCloseable {
    /**
     * After so long, nobody may know a node that is not there any more: expiry, datagrams that were on their way, and those that
     * waited for a node that stood still.
     */
    private static final Duration FORGOTTEN = Duration.ofSeconds(103);

    private static final int MOST_NODES = 6;

    /** How many messages may wait for a listener: all that were held back may come at once. */
    private static final int QUEUE = 1 << 16;

    final VirtualNetwork network;
    final SplittableRandom random;
    final Ledger ledger = new Ledger();
    final Terms terms;
    final List<Station> stations = new ArrayList<>();
    final List<Journal> journals = new ArrayList<>();

    /** Nothing is lost, at most late: then every loss must be taken back. */
    final boolean isGentle;

    /** Keeps back what goes to types that are not reliable, and lets nodes tell about themselves. */
    boolean withholdsMessages;

    /** Keeps back what is sent for the first time of types that are. */
    private boolean withholdsFirst;

    private final Cuts cuts = new Cuts();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Long> gone = new HashMap<>();

    /** How many more messages of several megabytes there may be. */
    private int huge;

    private int joined;

    ProofRun(long seed) {
        network = VirtualNetwork.seeded(seed);
        random = new SplittableRandom(seed);
        isGentle = random.nextInt(4) == 0;
        terms = Terms.draw(random);
        huge = random.nextInt(25) == 0 ? 2 : 0;
        network.filter(this::passes);
    }

    private boolean passes(VirtualDatagram datagram) {
        if (withholdsMessages || withholdsFirst) {
            for (Topic topic : Topic.values()) {
                if ((topic.isReliable() ? withholdsFirst : withholdsMessages) && datagram.isFor(topic.type())) {
                    return false;
                }
            }
        }
        return true;
    }

    void run() {
        weather();
        int nodes = 2 + random.nextInt(3);
        for (int i = 0; i < nodes; i++) {
            join();
        }
        int steps = 20 + random.nextInt(60);
        for (int i = 0; i < steps; i++) {
            step();
            check();
        }
        new Aftermath(this).look();
        check();
    }

    private void step() {
        Station station = stations.get(random.nextInt(stations.size()));
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3 -> publish(station, 1 + random.nextInt(5));
            case 4, 5 -> publishBatch(station, 1 + random.nextInt(200));
            case 6 -> publishBatch(station, random.nextInt(isGentle ? 200 : 3000));
            case 7, 8, 9, 10 -> pass(Duration.ofNanos(random.nextLong(50_000_000)));
            case 11 -> pass(Duration.ofMillis(random.nextLong(2000)));
            case 12 -> pass(Duration.ofMillis(random.nextLong(random.nextInt(4) == 0 ? 130_000 : 20_000)));
            case 13 -> weather();
            case 14 -> tear();
            case 15 -> heal();
            case 16 -> listen(station);
            case 17 -> listenNoMore(station);
            case 18 -> leave(station);
            case 19 -> standStill(station);
            default -> join();
        }
    }

    private void weather() {
        network.loss(isGentle || random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3));
        network.duplication(random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3));
        Duration least = Duration.ofNanos(random.nextLong(2_000_000));
        long spread = random.nextInt(8) == 0 ? 500_000_000 : 20_000_000;
        network.delay(least, least.plusNanos(random.nextInt(3) == 0 ? 0 : random.nextLong(spread)));
    }

    private void tear() {
        if (!isGentle) {
            List<Dts> some = new ArrayList<>();
            List<Dts> others = new ArrayList<>();
            stations.forEach(station -> (random.nextBoolean() ? some : others).add(station.dts));
            network.partition(some, others);
            cuts.tear(names(some), names(others), nanos());
        }
    }

    private static Set<String> names(List<Dts> nodes) {
        Set<String> names = new HashSet<>();
        nodes.forEach(dts -> names.add(dts.name()));
        return names;
    }

    void heal() {
        network.heal();
        cuts.heal(nanos());
    }

    /** What arrives meanwhile waits. */
    private void standStill(Station station) {
        network.pause(station.dts);
        pass(Duration.ofMillis(random.nextLong(1500)));
        network.resume(station.dts);
    }

    void join() {
        if (stations.size() < MOST_NODES) {
            joined++;
            Station station = joined(network.join("node-" + joined, terms::tell));
            if (random.nextBoolean()) {
                publish(station, 1);
            }
        }
    }

    private Station joined(Dts dts) {
        Station station = new Station(dts);
        stations.add(station);
        names.put(dts.sender(), dts.name());
        listen(station);
        return station;
    }

    private void leave(Station station) {
        if (stations.size() > 2) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    crash(station);
                    joined(network.restart(station.dts));
                }
                case 3, 4 -> crash(station);
                default -> {
                    station.dts.close();
                    end(station);
                }
            }
        }
    }

    private void crash(Station station) {
        network.crash(station.dts);
        end(station);
    }

    void end(Station station) {
        stations.remove(station);
        gone.put(station.dts.sender(), nanos());
    }

    private void listen(Station station) {
        Topic topic = draw();
        String name = station.dts.name();
        Journal journal = new Journal(
                name, topic, ledger, (sender, sequence) -> mayMiss(name, topic, sender, (int) sequence - 1));
        Delivery delivery = random.nextBoolean() ? Delivery.inline() : Delivery.queue(QUEUE);
        journals.add(journal);
        station.hearings.add(new Station.Hearing(topic, journal, topic.listen(station.dts, journal, delivery)));
    }

    /** Whether one who listens may have to do without a message that could be had again. */
    private boolean mayMiss(String listener, Topic topic, long sender, int index) {
        if (gone.containsKey(sender)) {
            return true;
        }
        List<Ledger.Entry> all = ledger.of(sender, topic);
        Ledger.Entry missing = all.get(index);
        long before = index == 0 ? 0 : all.get(index - 1).end();
        if (all.get(all.size() - 1).end() - before >= terms.bytes()) {
            return true;
        }
        Duration since = Duration.ofNanos(nanos() - missing.at());
        Duration cut = cuts.between(names.get(sender), listener, missing.at(), nanos());
        boolean isForgotten = cut.compareTo(Terms.BEFORE_EXPIRY) > 0;
        return isForgotten || (since.compareTo(terms.least()) >= 0 && cut.compareTo(terms.cut()) > 0);
    }

    /** What has come of those of whom nothing may be missing, as they were there all the time. */
    void count(Tally tally) {
        for (Station listener : stations) {
            for (Station.Hearing hearing : listener.hearings) {
                for (Station sender : stations) {
                    if (hearing.topic().isReliable() && isStrict(sender, listener)) {
                        tally.count(hearing.journal().unbroken(sender.dts.sender()));
                    }
                }
            }
            tally.repaired += listener.dts.counters().repairing().repaired();
        }
        journals.forEach(tally::count);
    }

    private boolean isStrict(Station sender, Station listener) {
        Duration cut = cuts.between(sender.dts.name(), listener.dts.name(), 0, nanos());
        return cut.compareTo(terms.cut()) <= 0;
    }

    private void listenNoMore(Station station) {
        if (!station.hearings.isEmpty()) {
            station.hearings
                    .remove(random.nextInt(station.hearings.size()))
                    .subscription()
                    .close();
        }
    }

    void publish(Station station, int count) {
        Topic topic = draw();
        for (int i = 0; i < count; i++) {
            publish(station, topic);
        }
    }

    private void publish(Station station, Topic topic) {
        Object message = topic.draw(random);
        if (topic == Topic.PHOTO && huge > 0 && random.nextInt(10) == 0) {
            huge--;
            message = new Photo(huge, Topic.text(random, random.nextInt(5_000_000)));
        }
        station.publish(topic, message, ledger, nanos());
    }

    /** Nobody hears it at once. */
    void publishUnheard(Station station, int count) {
        withholdsFirst = true;
        publish(station, count);
        withholdsFirst = false;
    }

    private void publishBatch(Station station, int count) {
        try (Batch batch = station.dts.batch()) {
            Topic topic = draw();
            boolean isMixed = random.nextBoolean();
            for (int i = 0; i < count; i++) {
                publish(station, isMixed ? draw() : topic);
            }
        }
    }

    private Topic draw() {
        return Topic.values()[random.nextInt(Topic.values().length)];
    }

    void pass(Duration time) {
        network.run(time);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, network.now()).toNanos();
    }

    void check() {
        journals.forEach(Journal::check);
        for (Station station : stations) {
            for (Peer peer : station.dts.peers()) {
                Long since = gone.get(peer.sender());
                if (since != null && nanos() - since > FORGOTTEN.toNanos()) {
                    throw new AssertionError("%s still knows %s, gone for %s"
                            .formatted(station, peer, Duration.ofNanos(nanos() - since)));
                }
            }
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
