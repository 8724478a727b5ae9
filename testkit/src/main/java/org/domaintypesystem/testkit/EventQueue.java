package org.domaintypesystem.testkit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events by their time, and those of one time in the order in which they came. A binary heap of rows: events that come one
 * after another for the same time, as a datagram does to each member of its group, share a place in it.
 */
final class EventQueue {
    /** Events of one time, in their order. */
    private static final class Row {
        @Nullable
        Event[] events = new Event[1];

        int first;
        int end;

        void add(Event event) {
            if (end == events.length) {
                events = Arrays.copyOf(events, end * 2);
            }
            events[end++] = event;
        }

        Event take() {
            Event event = events[first];
            if (event == null) {
                throw new IllegalStateException("an empty row");
            }
            events[first++] = null;
            return event;
        }

        boolean isEmpty() {
            return first == end;
        }
    }

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private @Nullable Row[] rows = new Row[64];
    private int size;
    private int foreground;
    private long next;

    /** The one that was added to last; null if that is empty again. */
    private @Nullable Row open;

    private long openTime;

    void add(long time, Event event) {
        if (!event.isBackground()) {
            foreground++;
        }
        if (open == null || openTime != time) {
            open = new Row();
            openTime = time;
            insert(time, open);
        }
        open.add(event);
    }

    private void insert(long time, Row row) {
        if (size == rows.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        rise(size++, time, next++, row);
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
        Row row = rows[0];
        if (row == null) {
            throw new IllegalStateException("no event");
        }
        Event event = row.take();
        if (row.isEmpty()) {
            removeFirst();
            if (row == open) {
                open = null;
            }
        }
        if (!event.isBackground()) {
            foreground--;
        }
        return event;
    }

    private void removeFirst() {
        size--;
        Row last = rows[size];
        long time = times[size];
        long order = orders[size];
        rows[size] = null;
        if (size > 0 && last != null) {
            sink(time, order, last);
        }
    }

    private void rise(int from, long time, long order, Row row) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (times[parent] <= time) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, order, row);
    }

    private void sink(long time, long order, Row row) {
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
        put(at, time, order, row);
    }

    private static boolean isBefore(long time, long order, long otherTime, long otherOrder) {
        return time < otherTime || (time == otherTime && order < otherOrder);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        rows[to] = rows[from];
    }

    private void put(int at, long time, long order, Row row) {
        times[at] = time;
        orders[at] = order;
        rows[at] = row;
    }
}
