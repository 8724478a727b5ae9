package org.domaintypesystem.testkit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Events by their time, and those of one time in the order in which they came: a binary heap. */
final class EventQueue {
    private long[] times = new long[64];
    private long[] orders = new long[64];
    private @Nullable Event[] events = new Event[64];
    private int size;
    private int foreground;
    private long next;

    void add(long time, Event event) {
        if (size == events.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            events = Arrays.copyOf(events, size * 2);
        }
        if (!event.isBackground()) {
            foreground++;
        }
        rise(size++, time, next++, event);
    }

    /** When the next one is due; {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Whether there are others than those in the background. */
    boolean hasForeground() {
        return foreground > 0;
    }

    /**
     * Takes the next one out.
     *
     * @throws IllegalStateException if there is none
     */
    Event take() {
        Event first = events[0];
        if (first == null) {
            throw new IllegalStateException("no event");
        }
        size--;
        Event last = events[size];
        long time = times[size];
        long order = orders[size];
        events[size] = null;
        if (size > 0 && last != null) {
            sink(time, order, last);
        }
        if (!first.isBackground()) {
            foreground--;
        }
        return first;
    }

    private void rise(int from, long time, long order, Event event) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (times[parent] <= time) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, order, event);
    }

    private void sink(long time, long order, Event event) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(times[child + 1], orders[child + 1], times[child], orders[child])) {
                child++;
            }
            if (isBefore(time, order, times[child], orders[child])) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, time, order, event);
    }

    private static boolean isBefore(long time, long order, long otherTime, long otherOrder) {
        return time < otherTime || (time == otherTime && order < otherOrder);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        events[to] = events[from];
    }

    private void put(int at, long time, long order, Event event) {
        times[at] = time;
        orders[at] = order;
        events[at] = event;
    }
}
