package org.domaintypesystem;

import java.util.concurrent.atomic.LongAdder;

/** What became of the queries of a node, and of those that it was asked. */
final class QueryCounters {
    final LongAdder asked = new LongAdder();
    final LongAdder replies = new LongAdder();

    /** To no query that is open, or a further copy. */
    final LongAdder strayReplies = new LongAdder();

    final LongAdder droppedReplies = new LongAdder();

    final LongAdder answered = new LongAdder();

    /** Of hosts that ask too much, or while too many waited, or whose time was over when it was their turn. */
    final LongAdder refused = new LongAdder();

    final LongAdder sentReplies = new LongAdder();
    final LongAdder unsentReplies = new LongAdder();
}
