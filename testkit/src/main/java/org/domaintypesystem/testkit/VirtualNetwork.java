package org.domaintypesystem.testkit;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsBuilder;

/**
 * A network in memory, with a time of its own, for tests: real nodes, and no socket, thread or waiting.
 *
 * <pre>{@code
 * VirtualNetwork network = VirtualNetwork.seeded(42).loss(0.1);
 * Dts sensor = network.join("sensor");
 * Dts screen = network.join("screen");
 * List<Temperature> shown = new ArrayList<>();
 * TemperatureListener.listen(screen, shown::add);
 *
 * new TemperaturePublisher(sensor).publish("mash-tun", 64.2, network.now());
 * network.runUntilQuiet();
 * }</pre>
 *
 * <p>Publishing puts a datagram on its way; it arrives, and listeners are called, while the network is told to run:
 * by {@link #run}, {@link #runUntilQuiet} or {@link #runUntil}, on the thread that calls these. Time passes by events
 * alone. One seed and one sequence of calls always give the same events in the same order, on every machine. What is left
 * to chance is drawn from the seed: losses, copies, delays, and what nodes themselves draw.
 *
 * <p>At first a datagram takes 100 µs to another node and 10 µs to the node's own listeners, and none is lost. What is
 * set here holds for all links between different nodes, but for what is set for a {@link #link} of its own.
 *
 * <p>For one thread at a time. While it runs, nodes and network may be used by what it runs, and not from other threads.
 */
public final class VirtualNetwork implements AutoCloseable {
    /** After so much virtual time a network that is not quiet will never be. */
    private static final Duration NEVER_QUIET = Duration.ofHours(1);

    private final long seed;
    private final Timeline timeline = new Timeline();
    private final VirtualClock clock = new VirtualClock(timeline);
    private final Medium medium;
    private final Places places;

    private VirtualNetwork(long seed) {
        this.seed = seed;
        this.medium = new Medium(timeline, new Chance(seed));
        this.places = new Places(medium, clock);
    }

    /** A network without nodes. */
    public static VirtualNetwork seeded(long seed) {
        return new VirtualNetwork(seed);
    }

    /** What all chance on this network comes from. */
    public long seed() {
        return seed;
    }

    /**
     * Has a node join. It runs until it is closed or {@link #crash crashes}; then another one may join under its name,
     * with the same address and links, and is a new sender.
     *
     * @param name for logs, and for other methods of this class to know the node by
     * @throws IllegalArgumentException if a node of this name runs
     */
    public Dts join(String name) {
        return join(name, builder -> {});
    }

    /**
     * Has a node join, with other options than the defaults. Its name and its environment are the network's.
     *
     * @throws IllegalArgumentException if a node of this name runs
     */
    public Dts join(String name, Consumer<? super DtsBuilder> options) {
        timeline.confine();
        return places.join(name, options);
    }

    /** Ends a node as a power failure does: it says nothing any more. What it has sent is still on its way. */
    public void crash(Dts node) {
        timeline.confine();
        places.transportOf(node).close();
        node.close();
    }

    /**
     * Ends a node as a power failure does, unless it has ended, and has another one join in its place, with the same
     * options and without any publisher or listener.
     */
    public Dts restart(Dts node) {
        Place place = places.of(node);
        if (place.dts == node && place.isTaken()) {
            crash(node);
        }
        return join(place.name, place.options);
    }

    /** Stops a node, as a debugger does: it receives and does nothing. Datagrams wait in its {@link #receiveBuffer}. */
    public void pause(Dts node) {
        timeline.confine();
        places.nodeOf(node).pause();
    }

    /** Lets a node that was paused go on. */
    public void resume(Dts node) {
        timeline.confine();
        places.nodeOf(node).resume();
    }

    /**
     * Makes the listeners of a node slow: each of its subscriptions takes this long for every call, so that messages pile
     * up in its queue. No effect on inline delivery.
     *
     * @param call 0 for listeners that take no time, as at first
     */
    public VirtualNetwork slowListeners(Dts node, Duration call) {
        places.of(node).callNanos = nanos(call);
        return this;
    }

    /**
     * What a listener calls instead of {@link Thread#sleep}: its subscription has no further call until so much time has
     * passed. With inline delivery, its node receives nothing meanwhile. Returns at once, and the time is not yet over
     * then.
     *
     * @throws IllegalStateException if this is not called by a listener
     */
    public void sleep(Duration time) {
        timeline.confine();
        Occupant occupant = timeline.occupant();
        if (occupant == null) {
            throw new IllegalStateException("only listeners sleep: a test lets time pass by run");
        }
        occupant.occupy(nanos(time));
    }

    /** How many bytes wait for a node that is paused, or busy with inline delivery; at first 4 MiB. The rest is dropped. */
    public VirtualNetwork receiveBuffer(int bytes) {
        medium.receiveBuffer = bytes;
        return this;
    }

    /** The way from a node to another one, or to itself. */
    public VirtualLink link(Dts from, Dts to) {
        return places.of(from).linkTo(places.of(to), medium);
    }

    /** As {@link VirtualLink#loss}, for all links. */
    public VirtualNetwork loss(double probability) {
        medium.links.setLoss(probability);
        return this;
    }

    /** As {@link VirtualLink#duplication}, for all links. */
    public VirtualNetwork duplication(double probability) {
        medium.links.setDuplication(probability);
        return this;
    }

    /** As {@link VirtualLink#delay(Duration)}, for all links. */
    public VirtualNetwork delay(Duration delay) {
        return delay(delay, delay);
    }

    /** As {@link VirtualLink#delay(Duration, Duration)}, for all links. */
    public VirtualNetwork delay(Duration least, Duration most) {
        medium.links.setDelay(least, most);
        return this;
    }

    /** As {@link VirtualLink#bandwidth}, for each link. */
    public VirtualNetwork bandwidth(long bitsPerSecond, int queueBytes) {
        medium.links.setBandwidth(bitsPerSecond, queueBytes);
        return this;
    }

    /** As {@link VirtualLink#filter}, for all links between different nodes. */
    public VirtualNetwork filter(Predicate<? super VirtualDatagram> passes) {
        medium.links.addFilter(passes);
        return this;
    }

    /** Cuts all links between nodes of two groups, until the network {@link #heal heals}. Comes on top of other cuts. */
    public void partition(Collection<Dts> some, Collection<Dts> others) {
        medium.separate(places.indexes(some), places.indexes(others));
    }

    /** Cuts all links between these nodes and all others that there are, until the network {@link #heal heals}. */
    public void isolate(Dts... nodes) {
        BitSet some = places.indexes(List.of(nodes));
        medium.separate(some, places.otherIndexes(some));
    }

    /** Ends all partitions. Links that are down stay so. */
    public void heal() {
        medium.unite();
    }

    /** Where a node's datagrams come from, and answers to it go. */
    public InetSocketAddress addressOf(Dts node) {
        return places.transportOf(node).address;
    }

    /**
     * Has a datagram arrive at a node, now and by no link.
     *
     * @param source who claims to have sent it
     */
    public void inject(byte[] datagram, InetSocketAddress source, Dts to) {
        VirtualTransport receiver = places.transportOf(to);
        Packet packet = new Packet(datagram.clone(), source, receiver.address);
        timeline.add(timeline.now(), new Arrival(packet, receiver, null, null));
    }

    /** What a node, and those of its name before it, have sent and received. */
    public Traffic traffic(Dts node) {
        return places.of(node).traffic();
    }

    /** What all nodes together have sent and received. */
    public Traffic traffic() {
        return places.all().stream().map(Place::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    /** Has every event told, a line each. They are the same ones for the same seed and the same calls. */
    public VirtualNetwork trace(Consumer<? super String> lines) {
        medium.traceTo(lines);
        return this;
    }

    /** The time on this network; at first 2026-01-01T00:00:00Z. */
    public Instant now() {
        return clock.instant();
    }

    /** The time on this network, for code that wants a clock. */
    public Clock clock() {
        return clock;
    }

    /** Has something done once, after some time. */
    public void after(Duration time, Runnable action) {
        timeline.add(Timeline.sum(timeline.now(), nanos(time)), action::run);
    }

    /**
     * Has something done again and again, first after one period.
     *
     * @param period more than 0
     */
    public void every(Duration period, Runnable action) {
        long nanos = nanos(period);
        if (nanos == 0) {
            throw new IllegalArgumentException("a period of 0");
        }
        timeline.add(Timeline.sum(timeline.now(), nanos), new Event() {
            @Override
            public void happen() {
                timeline.add(Timeline.sum(timeline.now(), nanos), this);
                action.run();
            }

            @Override
            public boolean isBackground() {
                return true;
            }
        });
    }

    /** Lets time pass, with all that happens in it. */
    public void run(Duration time) {
        timeline.run(Timeline.sum(timeline.now(), nanos(time)), () -> false);
    }

    /**
     * Runs until every datagram has arrived, every listener has been called, and everything {@link #after} some time has
     * been done. What comes again and again does not count.
     *
     * @throws IllegalStateException if that is not so after an hour of virtual time
     */
    public void runUntilQuiet() {
        if (!timeline.run(Timeline.sum(timeline.now(), NEVER_QUIET.toNanos()), timeline::isQuiet)) {
            throw new IllegalStateException("the virtual network is not quiet after " + NEVER_QUIET);
        }
    }

    /**
     * Runs until something is true, looking after every event.
     *
     * @param limit of virtual time
     * @throws AssertionError if it is not true by then
     */
    public void runUntil(BooleanSupplier condition, Duration limit) {
        if (!timeline.run(Timeline.sum(timeline.now(), nanos(limit)), condition)) {
            throw new AssertionError("not true within " + limit + " on the virtual network of seed " + seed);
        }
    }

    /** Closes all nodes. */
    @Override
    public void close() {
        for (Place place : places.all()) {
            if (place.dts != null) {
                place.dts.close();
            }
        }
    }

    private static long nanos(Duration time) {
        long nanos = time.toNanos();
        if (nanos < 0) {
            throw new IllegalArgumentException("a time of " + time);
        }
        return nanos;
    }

    @Override
    public String toString() {
        return "virtual network of seed %d, %d nodes, %s"
                .formatted(seed, places.all().size(), now());
    }
}
