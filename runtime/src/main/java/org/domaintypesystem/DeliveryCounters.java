package org.domaintypesystem;

import java.util.concurrent.atomic.LongAdder;

/** What became of the messages of a node on their way to its listeners. */
final class DeliveryCounters {
    final LongAdder delivered = new LongAdder();
    final LongAdder droppedNewest = new LongAdder();
    final LongAdder droppedOldest = new LongAdder();
    final LongAdder droppedKeys = new LongAdder();
    final LongAdder superseded = new LongAdder();
    final LongAdder undecodable = new LongAdder();

    /** Exceptions that listeners threw. */
    final LongAdder failures = new LongAdder();
}
