package org.domaintypesystem;

import org.domaintypesystem.engine.LongMap;

/**
 * From where on a subscription hears each sender: what was lost before is no loss to it. For one thread at a time; as
 * large as what the engine remembers, which says whom to forget.
 */
final class FirstHeard {
    private static final class Base {
        long first = Long.MAX_VALUE;
    }

    private final LongMap<Base> bySender;

    /**
     * @param seed a number that nobody outside can guess
     */
    FirstHeard(long seed) {
        this.bySender = new LongMap<>(seed);
    }

    /** Takes note of a message. A sender may be led back to lower sequences. */
    void heard(long sender, long sequence) {
        Base base = bySender.get(sender);
        if (base == null) {
            base = new Base();
            bySender.put(sender, base);
        }
        base.first = Math.min(base.first, sequence);
    }

    /** Takes note that a sender is known: what comes after a sequence is expected, unless it was known before. */
    void known(long sender, long last) {
        if (bySender.get(sender) == null) {
            heard(sender, last + 1);
        }
    }

    /** Whether a sequence is of the time since the sender was first heard. */
    boolean covers(long sender, long sequence) {
        Base base = bySender.get(sender);
        return base != null && sequence >= base.first;
    }

    /** The first sequence from one on that is of that time; {@link Long#MAX_VALUE} if none is. */
    long from(long sender, long sequence) {
        Base base = bySender.get(sender);
        return base == null ? Long.MAX_VALUE : Math.max(base.first, sequence);
    }

    void forget(long sender) {
        bySender.remove(sender);
    }
}
