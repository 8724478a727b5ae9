package org.domaintypesystem.testkit.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who was cut from whom, and when. Times are nanoseconds. */
final class Cuts {
    private static final class Cut {
        final Set<String> some;
        final Set<String> others;
        final long from;
        long until = Long.MAX_VALUE;

        Cut(Set<String> some, Set<String> others, long from) {
            this.some = some;
            this.others = others;
            this.from = from;
        }

        boolean parts(String one, String other) {
            return (some.contains(one) && others.contains(other)) || (some.contains(other) && others.contains(one));
        }
    }

    /** In the order in which they began. */
    private final List<Cut> all = new ArrayList<>();

    void tear(Set<String> some, Set<String> others, long now) {
        all.add(new Cut(some, others, now));
    }

    void heal(long now) {
        all.forEach(cut -> cut.until = Math.min(cut.until, now));
    }

    /** How long two nodes were cut from each other between two times. */
    Duration between(String one, String other, long from, long until) {
        long sum = 0;
        long counted = from;
        for (Cut cut : all) {
            if (cut.parts(one, other)) {
                long begin = Math.max(counted, cut.from);
                long end = Math.min(until, cut.until);
                if (end > begin) {
                    sum += end - begin;
                    counted = end;
                }
            }
        }
        return Duration.ofNanos(sum);
    }
}
