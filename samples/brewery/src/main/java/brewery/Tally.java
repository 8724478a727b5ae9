package brewery;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** Counts what a station hears. */
final class Tally {
    private record Source(String type, long sender) {}

    private static final class Counters {
        final LongAdder received = new LongAdder();
        final LongAdder missed = new LongAdder();
    }

    private final Set<String> types = new ConcurrentSkipListSet<>();
    private final Map<Source, Counters> sources = new ConcurrentHashMap<>();

    /** As {@link #counting(String, Listener)}, by the type's simple name. */
    <T> Listener<T> counting(Class<T> type, Listener<? super T> next) {
        return counting(type.getSimpleName(), next);
    }

    /** A listener that counts what it hands on. A message counts once it has been dealt with. */
    <T> Listener<T> counting(String type, Listener<? super T> next) {
        types.add(type);
        return new Listener<>() {
            @Override
            public void onMessage(T message, MessageInfo info) {
                next.onMessage(message, info);
                countersOf(info.sender()).received.increment();
            }

            @Override
            public void onLoss(Loss loss) {
                countersOf(loss.sender()).missed.add(loss.count());
                next.onLoss(loss);
            }

            private Counters countersOf(long sender) {
                return sources.computeIfAbsent(new Source(type, sender), source -> new Counters());
            }
        };
    }

    /**
     * Counts nothing yet of somebody who will publish.
     *
     * @param typeName the full name; nothing happens if the type is not listened to
     */
    void expect(String typeName, long sender) {
        String type = types.contains(typeName) ? typeName : typeName.substring(typeName.lastIndexOf('.') + 1);
        if (types.contains(type)) {
            sources.computeIfAbsent(new Source(type, sender), source -> new Counters());
        }
    }

    /** What is listened to. */
    List<String> types() {
        return List.copyOf(types);
    }

    /** What has been counted, by type. */
    List<Count> counts() {
        return sources.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().type(),
                        entry.getKey().sender(),
                        entry.getValue().received.sum(),
                        entry.getValue().missed.sum()))
                .sorted(Comparator.comparing(Count::type).thenComparing(Count::sender))
                .toList();
    }
}
