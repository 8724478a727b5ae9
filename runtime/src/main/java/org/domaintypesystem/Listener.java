package org.domaintypesystem;

/**
 * Takes the messages of one type. Calls for one subscription come one after another; on which thread, its
 * {@link Delivery} says.
 *
 * <p>A listener may throw: that is counted and logged, and the next message goes on.
 *
 * @param <T> what a message is read as
 */
@FunctionalInterface
public interface Listener<T> {
    /**
     * A message. Those of one sender come in the order in which they were published, each at most once;
     * {@link Delivery#latestPerKey} keeps that order for each key only.
     *
     * @param info valid during this call only
     */
    void onMessage(T message, MessageInfo info);

    /**
     * Messages that will not come, told before the first later one of the same sender. Unless overridden, it logs a
     * warning, at most one in ten seconds.
     */
    default void onLoss(Loss loss) {
        UnheardLosses.warn(loss);
    }

    /**
     * Messages that were reported missing and came after all, behind later ones. They are not delivered, so that order
     * holds; the earlier report was too pessimistic by this much.
     */
    default void onRevision(Loss loss) {}
}
