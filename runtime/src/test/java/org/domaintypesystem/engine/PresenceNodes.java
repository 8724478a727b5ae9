package org.domaintypesystem.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that tell each other who they are, a network that carries it at once, and a clock. */
final class PresenceNodes {
    record Datagram(
            byte[] bytes, SocketAddress source, @Nullable SocketAddress destination) {}

    final Deque<Datagram> network = new ArrayDeque<>();
    final List<Datagram> sent = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    long now;

    /** What arrived after that waits to be read. */
    long readUpTo = Long.MAX_VALUE;

    /** Whether messages are numbered as they should; all have the number 1 otherwise. */
    boolean isNumbered;

    final class Node implements PeerEvents {
        final SocketAddress address;
        final Counters counters = new Counters();
        final List<String> events = new ArrayList<>();
        final Presence presence;
        final Inbound inbound;
        long due;
        long sequence;
        boolean gone;
        int ignored;

        Node(int number) {
            this(number, "node" + number);
        }

        Node(int number, String name) {
            address = new InetSocketAddress(number);
            presence = new Presence(
                    number,
                    name,
                    "host",
                    number,
                    (message, length, destination) -> {
                        MessageLayout.writeSequence(message, isNumbered ? ++sequence : 1);
                        Datagram datagram = new Datagram(Arrays.copyOf(message, length), address, destination);
                        network.add(datagram);
                        sent.add(datagram);
                    },
                    this,
                    counters,
                    number);
            inbound = Packets.inbound(counters, (message, source) -> presence.message(message, source, now, now));
            nodes.add(this);
        }

        @Override
        public void up(PeerState peer) {
            events.add("up " + peer.name());
        }

        @Override
        public void changed(PeerState peer) {
            events.add("changed " + peer.name());
        }

        @Override
        public void down(PeerState peer, boolean saidSo) {
            events.add((saidSo ? "left " : "lost ") + peer.name());
        }

        @Override
        public void published(long typeId, long sender, long last) {
            events.add("published %d of %d".formatted(last, sender));
        }

        @Override
        public void conflict(PeerState peer, AnnouncedType theirs, String ours) {
            events.add("conflict %s is %s of %s".formatted(ours, theirs.name(), peer.name()));
        }

        @Override
        public void agreed(long typeId, long sender) {
            events.add("agreed with " + sender);
        }

        @Override
        public void ignored(long sender) {
            ignored++;
        }

        /** What it knows of a node; null if nothing. */
        @Nullable
        PeerState peer(long sender) {
            return presence.peers().stream()
                    .filter(peer -> peer.sender() == sender)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Lets time go on until then, from one thing that is due to the next. */
    void runUntil(long end) {
        while (true) {
            for (Datagram each = network.poll(); each != null; each = network.poll()) {
                deliver(each);
            }
            Node next = null;
            for (Node node : nodes) {
                if (!node.gone && (next == null || node.due < next.due)) {
                    next = node;
                }
            }
            if (next == null || next.due > end) {
                now = end;
                return;
            }
            now = Math.max(now, next.due);
            next.due = next.presence.tick(now, Math.min(now, readUpTo), now);
        }
    }

    private void deliver(Datagram datagram) {
        for (Node node : nodes) {
            boolean isMeant =
                    datagram.destination() == null || datagram.destination().equals(node.address);
            if (!node.gone && isMeant) {
                node.inbound.receive(
                        datagram.bytes(), datagram.bytes().length, now, new LongMap<>(1), datagram.source());
                // What came in may have made something due.
                node.due = Math.min(node.due, now);
            }
        }
    }

    /** What somebody says who is no node here: real bytes, for all. */
    ControlWriter stranger(long sender, long sequence, SocketAddress source) {
        return new ControlWriter(sender, "stranger", "host", 0, (message, length, destination) -> {
            MessageLayout.writeSequence(message, sequence);
            network.add(new Datagram(Arrays.copyOf(message, length), source, null));
        });
    }
}
