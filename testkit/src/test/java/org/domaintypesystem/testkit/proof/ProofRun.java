package org.domaintypesystem.testkit.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Peer;
import org.domaintypesystem.testkit.VirtualNetwork;

/**
 * One seed: nodes that publish, listen, come and go on a network that does what it wants. Then the network heals, and
 * what the protocol promises of such a network is looked at: {@link Aftermath}.
 */
final class ProofRun implements AutoCloseable {
    /** After so long, nobody may know a node that is not there any more: expiry, and datagrams that were on their way. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(101);

    private static final int MOST_NODES = 6;

    final VirtualNetwork network;
    final SplittableRandom random;
    final Ledger ledger = new Ledger();
    final List<Station> stations = new ArrayList<>();
    final List<Journal> journals = new ArrayList<>();

    /** Nothing is lost, at most late: then every loss must be taken back. */
    final boolean isGentle;

    /** Keeps back what goes to types, and lets nodes tell about themselves. */
    boolean withholdsMessages;

    private final Map<Long, Long> gone = new HashMap<>();
    private int joined;

    ProofRun(long seed) {
        network = VirtualNetwork.seeded(seed);
        random = new SplittableRandom(seed);
        isGentle = random.nextInt(4) == 0;
        network.filter(datagram -> {
            for (Topic topic : Topic.values()) {
                if (withholdsMessages && datagram.isFor(topic.type())) {
                    return false;
                }
            }
            return true;
        });
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
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> publish(station, 1 + random.nextInt(5));
            case 4, 5 -> publishBatch(station, 1 + random.nextInt(200));
            case 6 -> publishBatch(station, random.nextInt(isGentle ? 200 : 3000));
            case 7, 8, 9, 10 -> pass(Duration.ofNanos(random.nextLong(50_000_000)));
            case 11 -> pass(Duration.ofMillis(random.nextLong(2000)));
            case 12 -> pass(Duration.ofMillis(random.nextLong(random.nextInt(4) == 0 ? 130_000 : 20_000)));
            case 13 -> weather();
            case 14 -> tear();
            case 15 -> network.heal();
            case 16 -> listen(station);
            case 17 -> listenNoMore(station);
            case 18 -> leave(station);
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
        }
    }

    void join() {
        if (stations.size() < MOST_NODES) {
            joined++;
            Station station = new Station(network.join("node-" + joined));
            stations.add(station);
            listen(station);
            if (random.nextBoolean()) {
                publish(station, 1);
            }
        }
    }

    private void leave(Station station) {
        if (stations.size() > 2) {
            boolean restarts = random.nextBoolean();
            if (restarts || random.nextBoolean()) {
                crash(station, restarts);
            } else {
                station.dts.close();
                end(station);
            }
        }
    }

    private void crash(Station station, boolean restarts) {
        network.crash(station.dts);
        end(station);
        if (restarts) {
            Station again = new Station(network.restart(station.dts));
            stations.add(again);
            listen(again);
        }
    }

    void end(Station station) {
        stations.remove(station);
        gone.put(station.dts.sender(), nanos());
    }

    private void listen(Station station) {
        Topic topic = draw();
        Journal journal = new Journal(station.dts.name(), topic, ledger);
        Delivery delivery = random.nextBoolean() ? Delivery.inline() : Delivery.queue(4096);
        journals.add(journal);
        station.hearings.add(new Station.Hearing(topic, journal, topic.listen(station.dts, journal, delivery)));
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
            station.publish(topic, topic.draw(random), ledger);
        }
    }

    private void publishBatch(Station station, int count) {
        try (Batch batch = station.dts.batch()) {
            Topic topic = draw();
            boolean isMixed = random.nextBoolean();
            for (int i = 0; i < count; i++) {
                Topic each = isMixed ? draw() : topic;
                station.publish(each, each.draw(random), ledger);
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
