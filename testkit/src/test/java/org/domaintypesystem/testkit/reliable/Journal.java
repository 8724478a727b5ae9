package org.domaintypesystem.testkit.reliable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** What a listener is told of each sender, in order. For any thread. */
public final class Journal implements Listener<Entry> {
    private record Run(String what, long first, long last) {
        @Override
        public String toString() {
            return what + first + "-" + last;
        }
    }

    private static final String HEARD = "";
    private static final String WRONG = "WRONG ";

    private final Map<Long, List<Run>> runs = new HashMap<>();

    @Override
    public void onMessage(Entry entry, MessageInfo info) {
        boolean isRight = entry.number() == info.sequence() && entry.isIntact();
        add(info.sender(), isRight ? HEARD : WRONG, info.sequence(), 1);
    }

    @Override
    public void onLoss(Loss loss) {
        add(loss.sender(), loss.cause() + " ", loss.first(), loss.count());
    }

    @Override
    public void onRevision(Loss loss) {
        add(loss.sender(), "LATE ", loss.first(), loss.count());
    }

    private synchronized void add(long sender, String what, long first, long count) {
        List<Run> all = runs.computeIfAbsent(sender, any -> new ArrayList<>());
        Run latest = all.isEmpty() ? null : all.get(all.size() - 1);
        if (latest != null && latest.what.equals(what) && latest.last + 1 == first) {
            all.set(all.size() - 1, new Run(what, latest.first, first + count - 1));
        } else {
            all.add(new Run(what, first, first + count - 1));
        }
    }

    /**
     * Everything of a sender, as in {@code 1-120 MISSING 121-125 126-300}: {@code 1-300} is all in order, unaltered, and nothing
     * lost.
     */
    public synchronized String account(long sender) {
        return runs.getOrDefault(sender, List.of()).stream().map(Run::toString).collect(Collectors.joining(" "));
    }

    /** The latest sequence of a sender; 0: none. */
    synchronized long last(long sender) {
        List<Run> all = runs.getOrDefault(sender, List.of());
        return all.isEmpty() ? 0 : all.get(all.size() - 1).last;
    }

    /** What was not heard, or not as it was published, in all. */
    synchronized long amiss() {
        return runs.values().stream()
                .flatMap(List::stream)
                .filter(run -> !run.what.equals(HEARD))
                .mapToLong(run -> run.last - run.first + 1)
                .sum();
    }
}
