package org.domaintypesystem.testkit.keys;

import java.io.IOException;
import org.domaintypesystem.Dts;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** Has a node that joins have the sender of another one, which is the first number that it draws. */
final class Impostor implements Environment {
    private final Environment environment;
    private final long sender;
    private boolean hasDrawn;

    Impostor(Environment environment, Dts whom) {
        this.environment = environment;
        this.sender = whom.sender();
    }

    @Override
    public long random() {
        long drawn = hasDrawn ? environment.random() : sender;
        hasDrawn = true;
        return drawn;
    }

    @Override
    public Transport open(String name, TransportListener listener) throws IOException {
        return environment.open(name, listener);
    }

    @Override
    public int port() {
        return environment.port();
    }

    @Override
    public long epochNanos() {
        return environment.epochNanos();
    }

    @Override
    public long nanoTime() {
        return environment.nanoTime();
    }

    @Override
    public Worker start(String name, Task task) {
        return environment.start(name, task);
    }
}
