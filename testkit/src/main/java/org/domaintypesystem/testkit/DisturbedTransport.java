package org.domaintypesystem.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.domaintypesystem.spi.Transport;

/** Loses some of what is sent by another transport. */
final class DisturbedTransport implements Transport {
    private final Transport transport;
    private final Interference interference;
    private final Chance chance;

    DisturbedTransport(Transport transport, Interference interference, Chance chance) {
        this.transport = transport;
        this.interference = interference;
        this.chance = chance;
    }

    @Override
    public boolean send(ByteBuffer datagram, SocketAddress destination) {
        if (chance.happens(interference.lossOfSent())) {
            interference.lost.increment();
            datagram.position(datagram.limit());
            return true;
        }
        return transport.send(datagram, destination);
    }

    @Override
    public void join(InetAddress group) throws IOException {
        transport.join(group);
    }

    @Override
    public void leave(InetAddress group) {
        transport.leave(group);
    }

    @Override
    public OptionalLong dropped() {
        return transport.dropped();
    }

    @Override
    public String silence(boolean hearsItself) {
        return transport.silence(hearsItself);
    }

    @Override
    public void wake() {
        transport.wake();
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return transport + " with " + interference;
    }
}
