package org.domaintypesystem;

import java.util.concurrent.atomic.LongAdder;

/** What became of the messages of a node on their way to its listeners. */
final class DeliveryCounters {
    final LongAdder delivered = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder undecodable = new LongAdder();

    /** Exceptions that listeners threw. */
    final LongAdder failures = new LongAdder();
}
