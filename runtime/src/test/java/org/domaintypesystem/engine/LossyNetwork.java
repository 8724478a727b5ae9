package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** Senders and receivers in virtual time, with loss, duplication and reordering between them. */
final class LossyNetwork {
    private static final long MICRO = 1_000;

    private record Event(long time, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return time == other.time ? Long.compare(order, other.order) : Long.compare(time, other.time);
        }
    }

    final Random random;
    double loss;
    double duplication;

    /** How much longer than the shortest time a datagram may take, in nanoseconds. */
    long reordering;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<ListeningNode> receivers = new ArrayList<>();
    private final Map<SocketAddress, KeepingSender> senders = new HashMap<>();
    private long now = 1_000_000_000;
    private long order;

    LossyNetwork(long seed) {
        this.random = new Random(seed);
    }

    long now() {
        return now;
    }

    void add(KeepingSender sender) {
        senders.put(sender.address, sender);
    }

    void add(ListeningNode receiver) {
        receivers.add(receiver);
    }

    void at(long time, Runnable action) {
        events.add(new Event(Math.max(time, now), order++, action));
    }

    /** Goes on for so many nanoseconds. */
    void run(long nanos) {
        long end = now + nanos;
        while (!events.isEmpty() && events.peek().time <= end) {
            Event next = events.remove();
            now = next.time;
            next.action.run();
        }
        now = end;
    }

    void multicast(KeepingSender from, byte[] datagram) {
        for (ListeningNode each : receivers) {
            carry(() -> each.receive(datagram, from.address));
        }
    }

    /** Carries a request. */
    void unicast(byte[] message, int length, SocketAddress to) {
        byte[] datagram = Arrays.copyOf(message, length);
        KeepingSender sender = senders.get(to);
        if (sender != null) {
            carry(() -> sender.receive(datagram));
        }
    }

    private void carry(Runnable arrival) {
        int copies = random.nextDouble() < loss ? 0 : random.nextDouble() < duplication ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            long late = reordering == 0 || random.nextInt(4) > 0 ? 0 : (long) (random.nextDouble() * reordering);
            at(now + 50 * MICRO + late, arrival);
        }
    }
}
