package org.domaintypesystem.delivery;

import java.util.function.BooleanSupplier;

/**
 * Where messages wait between the receiving thread, which alone puts them in, and the one that delivers, which alone takes
 * them out. Bounded: what is dropped is counted, and told to whom the rest is delivered.
 *
 * @param <T> what a message has been read as
 */
public interface DeliveryQueue<T> extends DeliverySink<T> {
    /** Whether there is nothing to deliver. For the thread that delivers. */
    boolean isEmpty();

    /**
     * Delivers what is there, as long as it is wanted. For the thread that delivers.
     *
     * @param wanted asked before each call of the sink, and only if there is something to deliver
     */
    void drain(DeliverySink<? super T> sink, BooleanSupplier wanted);

    /** How many messages were dropped since the queue was full. For any thread. */
    long dropped();

    /** How many messages gave way to newer ones of the same key. For any thread. */
    long superseded();
}
