package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;

/** One process's end of a bus. All of them stay on the loopback interface. */
interface Contender extends AutoCloseable {

    /** Has messages handed over, on one thread of the contender, until it is closed. */
    void listen(Topic topic, Sink sink) throws IOException;

    /** Sends; for one thread. */
    Sender sender(Topic topic) throws IOException;

    @Override
    void close() throws IOException;

    /** Lets others run who have no processor of their own. */
    @SuppressWarnings("ThreadPriorityCheck") // All that is relied on is that it costs little.
    static void giveWay() {
        Thread.yield();
    }

    /** What sends messages. */
    @FunctionalInterface
    interface Sender {
        /**
         * Sends {@code count} messages, numbered from {@code first} on. Tries again as long as its own end of the bus takes
         * no more.
         *
         * @param source which of several senders this is, from 0 on
         */
        void send(int source, long first, int count) throws IOException;
    }

    /** What takes messages. */
    @FunctionalInterface
    interface Sink {
        void message(int source, long sequence);
    }
}
