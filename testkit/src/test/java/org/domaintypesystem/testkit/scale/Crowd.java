package org.domaintypesystem.testkit.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Peer;
import org.domaintypesystem.Publisher;
import org.domaintypesystem.testkit.VirtualNetwork;

/** Nodes that publish the one half of their types and listen to the other, on a network that loses nothing. */
final class Crowd implements AutoCloseable {
    private static final int POOL = 500;
    private static final Duration STEP = Duration.ofMillis(10);

    final VirtualNetwork network = VirtualNetwork.seeded(1);
    final List<Dts> nodes = new ArrayList<>();
    private final PooledType[] pool = PooledType.pool(POOL);
    private final SplittableRandom random = new SplittableRandom(1);
    private final int types;

    /**
     * @param pause between the starts of two nodes
     */
    Crowd(int nodes, int types, Duration pause) {
        this.types = types;
        for (int i = 0; i < nodes; i++) {
            join();
            network.run(pause);
        }
    }

    Dts join() {
        Dts node = network.join("node-" + nodes.size());
        Set<Integer> drawn = new HashSet<>();
        while (drawn.size() < types) {
            int number = random.nextInt(POOL);
            if (drawn.add(number)) {
                use(node, pool[number], drawn.size() % 2 == 0);
            }
        }
        // The network's own objects shall not count as the node's.
        for (Dts other : nodes) {
            network.link(node, other);
            network.link(other, node);
        }
        nodes.add(node);
        return node;
    }

    /** One message of each type that is published, since only then it is announced. */
    private static void use(Dts node, PooledType type, boolean publishes) {
        if (publishes) {
            new Publisher<Object>(node, type) {}.publish(type);
        } else {
            node.listen(type, (message, info) -> {}, Delivery.inline());
        }
    }

    /** Runs until everyone knows everyone and all their types. */
    void untilAllIsKnown() {
        nodes.forEach(this::untilAllIsKnownTo);
    }

    /** Returns how long that took. */
    Duration untilAllIsKnownTo(Dts node) {
        Instant start = network.now();
        while (!knowsAll(node)) {
            network.run(STEP);
        }
        return Duration.between(start, network.now());
    }

    /** Nothing is lost and nobody leaves, so that who knows all goes on to do so. */
    private boolean knowsAll(Dts node) {
        List<Peer> peers = node.peers();
        return peers.size() == nodes.size() - 1
                && peers.stream().allMatch(peer -> peer.types().size() == types);
    }

    /** What all have sent and received until now. */
    Control control() {
        long published = (long) nodes.size() * (types / 2);
        long received = nodes.stream().mapToLong(Crowd::received).sum();
        return new Control(
                network.traffic().sent() - published,
                received,
                network.traffic().receivedBytes());
    }

    static long received(Dts node) {
        return node.counters().receiving().control();
    }

    /** What is sent and received from now on, for a time. */
    Control during(Duration time) {
        Control before = control();
        network.run(time);
        return control().minus(before);
    }

    @Override
    public void close() {
        network.close();
    }
}
