package org.domaintypesystem.testkit.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Peer;
import org.domaintypesystem.Subscription;

/** A node, and what it does. */
final class Station {
    record Hearing(Topic topic, Journal journal, Subscription subscription) {}

    final Dts dts;
    final List<Hearing> hearings = new ArrayList<>();
    private final Set<Topic> published = new HashSet<>();

    Station(Dts dts) {
        this.dts = dts;
    }

    void publish(Topic topic, Object message, Ledger ledger, long now) {
        if (!topic.publish(dts, message)) {
            throw new AssertionError(dts.name() + " refuses a message");
        }
        published.add(topic);
        ledger.published(dts.sender(), topic, message, now);
    }

    Set<Topic> published() {
        return published;
    }

    /** What others shall know of it: roles by full names of types. */
    Map<String, String> types() {
        Map<Topic, String> roles = new EnumMap<>(Topic.class);
        published.forEach(topic -> roles.put(topic, "publishes"));
        Set<Topic> heard = new HashSet<>();
        hearings.forEach(hearing -> heard.add(hearing.topic()));
        heard.forEach(topic -> roles.merge(topic, "listens", (one, other) -> one + " and " + other));
        Map<String, String> types = new TreeMap<>();
        roles.forEach((topic, role) -> types.put(topic.fullName(), role));
        return types;
    }

    /** What others know of one. */
    static Map<String, String> types(Peer peer) {
        Map<String, String> types = new TreeMap<>();
        for (Peer.PeerType type : peer.types()) {
            String publishes = type.publishes() ? "publishes" : "";
            String listens = type.listens() ? "listens" : "";
            types.put(type.name(), publishes + (type.publishes() && type.listens() ? " and " : "") + listens);
        }
        return types;
    }

    @Override
    public String toString() {
        return dts.name();
    }
}
