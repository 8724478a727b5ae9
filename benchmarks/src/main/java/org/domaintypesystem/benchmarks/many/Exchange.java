package org.domaintypesystem.benchmarks.many;

import org.domaintypesystem.Dts;

/** Types that are published and listened to: what {@link ManyTypes} has written implements it. */
public interface Exchange {
    /** How many types there are. */
    int types();

    /** Makes a publisher of a type. */
    Publish publisher(int type, Dts dts);

    /** Shows a listener messages of a type where they lie; it looks at a field, and says that it was there. */
    void listen(int type, Dts dts, Runnable listener);

    /** Publishes one message. */
    @FunctionalInterface
    interface Publish {
        /** False if it was refused. */
        boolean publish(long sequence);
    }
}
