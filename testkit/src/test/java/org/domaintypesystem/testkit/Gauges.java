package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** Writes down what a listener hears, and sees to it that nothing comes twice or goes back. */
final class Gauges implements Listener<Gauge> {
    private record Subject(long sender, int key) {}

    private record Number(long sender, long sequence) {}

    final List<String> heard = new ArrayList<>();
    final Map<Long, TreeMap<Integer, Integer>> versions = new HashMap<>();
    final Set<Long> missing = new HashSet<>();
    int lastValues;
    int live;
    private final Map<Subject, Long> sequences = new HashMap<>();
    private final Set<Number> all = new HashSet<>();
    private final Map<Long, Long> inOrder = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    static Gauges of(Dts node, Delivery delivery) {
        Gauges gauges = new Gauges();
        GaugeListener.subscribe(node, gauges, delivery);
        return gauges;
    }

    @Override
    public void onMessage(Gauge gauge, MessageInfo info) {
        heard.add((info.isLastValue() ? "last " : "") + gauge.key() + ":" + gauge.version());
        Long before = sequences.put(new Subject(info.sender(), gauge.key()), info.sequence());
        if (!all.add(new Number(info.sender(), info.sequence()))) {
            wrong.add("twice: " + info);
        } else if (before != null && before >= info.sequence()) {
            wrong.add(info + " after " + before);
        }
        versions.computeIfAbsent(info.sender(), any -> new TreeMap<>()).put(gauge.key(), gauge.version());
        if (info.isLastValue()) {
            lastValues++;
        } else {
            live++;
            follows(info.sender(), info.sequence(), 1);
        }
    }

    private void follows(long sender, long first, long count) {
        long before = inOrder.getOrDefault(sender, 0L);
        if (first <= before) {
            wrong.add(first + " of " + sender + " after " + before);
        }
        inOrder.put(sender, first + count - 1);
    }

    @Override
    public void onLoss(Loss loss) {
        follows(loss.sender(), loss.first(), loss.count());
        for (long i = 0; i < loss.count(); i++) {
            missing.add(loss.sender() ^ loss.first() + i);
        }
    }

    boolean misses(long sender, long sequence) {
        return missing.contains(sender ^ sequence);
    }

    void assertInOrder() {
        assertThat(wrong).isEmpty();
    }
}
