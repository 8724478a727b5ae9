package org.domaintypesystem.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsBuilder;

/** Where all nodes are, by their names. */
final class Places {
    private final Medium medium;
    private final VirtualClock clock;
    private final Map<String, Place> byName = new HashMap<>();
    private final List<Place> all = new ArrayList<>();

    Places(Medium medium, VirtualClock clock) {
        this.medium = medium;
        this.clock = clock;
    }

    /** Has a node join where nobody is. */
    Dts join(String name, Consumer<? super DtsBuilder> options) {
        Place place = byName.computeIfAbsent(name, this::newPlace);
        if (place.isTaken()) {
            throw new IllegalArgumentException("a node '" + name + "' is running: close or crash it first");
        }
        place.options = options;
        VirtualNode node = new VirtualNode(place, medium, clock);
        place.node = node;
        DtsBuilder builder = Dts.builder();
        options.accept(builder);
        Dts dts = builder.name(name).environment(node).join();
        place.dts = dts;
        return dts;
    }

    private Place newPlace(String name) {
        Place place = new Place(Objects.requireNonNull(name, "name"), all.size());
        all.add(place);
        return place;
    }

    Place of(Dts dts) {
        Place place = byName.get(dts.name());
        if (place == null) {
            throw new IllegalArgumentException(dts.name() + " has not joined this network");
        }
        return place;
    }

    /** The node's own, and not that of another one of its name. */
    VirtualNode nodeOf(Dts dts) {
        Place place = of(dts);
        VirtualNode node = place.node;
        if (node == null || place.dts != dts || !node.isRunning()) {
            throw new IllegalArgumentException(dts.name() + " is not running any more");
        }
        return node;
    }

    VirtualTransport transportOf(Dts dts) {
        return Objects.requireNonNull(nodeOf(dts).transport(), "a node that runs has a transport");
    }

    BitSet indexes(Collection<Dts> nodes) {
        BitSet indexes = new BitSet();
        nodes.forEach(node -> indexes.set(of(node).index));
        return indexes;
    }

    /** Of all places that are not these. */
    BitSet otherIndexes(BitSet some) {
        BitSet others = new BitSet();
        others.set(0, all.size());
        others.andNot(some);
        return others;
    }

    List<Place> all() {
        return all;
    }
}
