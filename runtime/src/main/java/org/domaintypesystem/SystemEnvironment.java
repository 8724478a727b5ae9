package org.domaintypesystem;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.domaintypesystem.delivery.ThreadWorker;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.domaintypesystem.transport.Interfaces;
import org.domaintypesystem.transport.MulticastTransport;
import org.domaintypesystem.transport.SocketSettings;

/** The real network, clock, chance and threads. */
final class SystemEnvironment implements Environment {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Interfaces interfaces;
    private final SocketSettings sockets;

    /**
     * @param interfaceNames none for the default
     */
    SystemEnvironment(List<String> interfaceNames, SocketSettings sockets) {
        this.interfaces = new Interfaces(interfaceNames);
        this.sockets = sockets;
    }

    @Override
    public Transport open(String name, TransportListener listener) throws IOException {
        return new MulticastTransport(interfaces, sockets, name + " receive", listener);
    }

    @Override
    public int port() {
        return sockets.port();
    }

    @Override
    public long epochNanos() {
        return EpochClock.nanos();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long random() {
        return RANDOM.nextLong();
    }

    @Override
    public String host() {
        return HostName.get();
    }

    @Override
    public Worker start(String name, Task task) {
        return ThreadWorker.start(name, task);
    }
}
