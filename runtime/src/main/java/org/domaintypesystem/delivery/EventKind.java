package org.domaintypesystem.delivery;

/** What stands in a queue instead of a message. */
enum EventKind {
    MISSING,
    DROPPED,
    LATE;

    void deliver(DeliverySink<?> sink, long sender, long first, long count) {
        switch (this) {
            case MISSING -> sink.missing(sender, first, count);
            case DROPPED -> sink.dropped(sender, first, count);
            case LATE -> sink.late(sender, first, count);
        }
    }
}
