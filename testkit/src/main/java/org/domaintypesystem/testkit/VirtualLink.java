package org.domaintypesystem.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way from one node of a virtual network to another, in this direction: how datagrams fare on it, and what became of
 * them. What is not set for a link is as for all links of the network. It outlives the nodes: a restarted node has the
 * same links.
 *
 * <p>What happens to a datagram is decided when it is sent.
 */
public final class VirtualLink {
    private static final long BITS_PER_BYTE = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    final Place from;
    final Place to;
    private final Medium medium;
    private LinkSettings settings;
    private boolean own;
    private boolean down;

    /** When the last datagram put on a link of limited bandwidth has left. */
    private long freeAt;

    /** How many datagrams filters have seen, by destination. Null as long as there are no filters. */
    private @Nullable Map<InetSocketAddress, Long> numbers;

    private long sent;
    private long arrived;
    private long lost;
    private long duplicated;
    private long overflowed;
    private long cut;
    private long filtered;

    VirtualLink(Place from, Place to, Medium medium, LinkSettings settings) {
        this.from = from;
        this.to = to;
        this.medium = medium;
        this.settings = settings;
    }

    /**
     * Loses datagrams.
     *
     * @param probability for each, 0 to 1
     */
    public VirtualLink loss(double probability) {
        own().setLoss(probability);
        return this;
    }

    /**
     * Delivers datagrams twice. The copy has a delay of its own.
     *
     * @param probability for each, 0 to 1
     */
    public VirtualLink duplication(double probability) {
        own().setDuplication(probability);
        return this;
    }

    /** Takes this long to deliver a datagram: all stay in order. */
    public VirtualLink delay(Duration delay) {
        return delay(delay, delay);
    }

    /** Takes a random time to deliver a datagram, so that later ones may overtake earlier ones. */
    public VirtualLink delay(Duration least, Duration most) {
        own().setDelay(least, most);
        return this;
    }

    /**
     * Takes time for each byte, before the delay. Datagrams wait in a queue for those before them; one that finds no room
     * in it is dropped.
     *
     * @param bitsPerSecond at least 1
     * @param queueBytes how much may wait
     */
    public VirtualLink bandwidth(long bitsPerSecond, int queueBytes) {
        own().setBandwidth(bitsPerSecond, queueBytes);
        return this;
    }

    /**
     * Lets only some datagrams pass; also a way to look at them. Sees every datagram that is not cut off, and may be one
     * of several filters, those for all links included: all of them have to let it pass.
     */
    public VirtualLink filter(Predicate<? super VirtualDatagram> passes) {
        own().addFilter(passes);
        return this;
    }

    /** Lets nothing pass, until it is {@link #up}. */
    public VirtualLink down() {
        down = true;
        return this;
    }

    /** Takes {@link #down} back. */
    public VirtualLink up() {
        down = false;
        return this;
    }

    /** Datagrams put on it. */
    public long sent() {
        return sent;
    }

    /** Datagrams that came to a node that runs and wants them, copies included, and found room in its buffer. */
    public long arrived() {
        return arrived;
    }

    /** Datagrams lost by {@link #loss}. */
    public long lost() {
        return lost;
    }

    /** Datagrams of which there was a copy. */
    public long duplicated() {
        return duplicated;
    }

    /** Datagrams for which the queue of a limited {@link #bandwidth} had no room. */
    public long overflowed() {
        return overflowed;
    }

    /** Datagrams that were sent while it was down, or its ends were in different partitions. */
    public long cut() {
        return cut;
    }

    /** Datagrams that a filter kept back. */
    public long filtered() {
        return filtered;
    }

    void carry(Packet packet, VirtualTransport receiver, @Nullable Membership via) {
        sent++;
        if (down || medium.separates(from, to)) {
            cut++;
            drop(packet, "cut");
        } else if (settings.hasFilters() && !settings.passes(new VirtualDatagram(this, number(packet), packet))) {
            filtered++;
            drop(packet, "filtered");
        } else if (medium.chance.happens(settings.loss())) {
            lost++;
            drop(packet, "lost");
        } else {
            long departs = departure(packet.bytes.length);
            if (departs < 0) {
                overflowed++;
                drop(packet, "overflowed");
                return;
            }
            arrive(departs, packet, receiver, via);
            if (medium.chance.happens(settings.duplication())) {
                duplicated++;
                arrive(departs, packet, receiver, via);
            }
        }
    }

    void countArrived() {
        arrived++;
    }

    private void arrive(long departs, Packet packet, VirtualTransport receiver, @Nullable Membership via) {
        long time = Timeline.sum(departs, settings.delay(medium.chance));
        medium.timeline.add(time, new Arrival(packet, receiver, via, this));
    }

    /** When a datagram has left; -1 if it finds no room. */
    private long departure(int bytes) {
        long now = medium.timeline.now();
        long bits = settings.bitsPerSecond();
        if (bits == 0) {
            return now;
        }
        double nanosPerByte = BITS_PER_BYTE * NANOS_PER_SECOND / bits;
        long waiting = Math.max(0, freeAt - now);
        if (waiting > 0 && waiting / nanosPerByte + bytes > settings.queueBytes()) {
            return -1;
        }
        freeAt = now + waiting + Math.round(bytes * nanosPerByte);
        return freeAt;
    }

    private long number(Packet packet) {
        if (numbers == null) {
            numbers = new HashMap<>();
        }
        return numbers.merge(packet.destination, 1L, Long::sum);
    }

    private void drop(Packet packet, String why) {
        if (medium.isTraced()) {
            medium.trace(why, this, packet);
        }
    }

    private LinkSettings own() {
        if (!own) {
            settings = new LinkSettings(settings);
            own = true;
        }
        return settings;
    }

    @Override
    public String toString() {
        return from.name + " -> " + to.name;
    }
}
