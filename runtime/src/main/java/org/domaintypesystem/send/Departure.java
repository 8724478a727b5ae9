package org.domaintypesystem.send;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.Resender;

/** The last step of the way, where datagrams leave: for whoever holds the send path. */
final class Departure implements Resender.Output {
    private final DatagramOutput output;
    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(MessageLayout.MAX_DATAGRAM);

    /**
     * @param nanoTime a time that never goes back, in nanoseconds
     * @param pause lets so many nanoseconds pass
     */
    Departure(DatagramOutput output, LongSupplier nanoTime, LongConsumer pause) {
        this.output = output;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** A time that never goes back, in nanoseconds. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Waits for so many nanoseconds, or a little longer. */
    void rest(long nanos) {
        pause.accept(nanos);
    }

    /** Whether a datagram left, from index 0 on. */
    boolean send(byte[] bytes, int length, SocketAddress destination) {
        return send(bytes, 0, length, destination);
    }

    @Override
    public boolean send(byte[] bytes, int offset, int length, SocketAddress destination) {
        return output.send(datagram.clear().put(bytes, offset, length).flip(), destination);
    }
}
