package org.domaintypesystem.testkit;

import java.io.IOException;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** Another environment, with a network that is disturbed. */
final class DisturbedEnvironment implements Environment {
    private final Environment environment;
    private final Interference interference;

    DisturbedEnvironment(Environment environment, Interference interference) {
        this.environment = environment;
        this.interference = interference;
    }

    @Override
    public Transport open(String name, TransportListener listener) throws IOException {
        Chance chance = interference.chance(name);
        DisturbedArrivals arrivals = new DisturbedArrivals(listener, interference, chance, environment);
        Transport transport = environment.open(name, arrivals);
        arrivals.opened(transport);
        return new DisturbedTransport(transport, interference, new Chance(chance.next()));
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
    public long random() {
        return environment.random();
    }

    @Override
    public String host() {
        return environment.host();
    }

    @Override
    public long pid() {
        return environment.pid();
    }

    @Override
    public Worker start(String name, Task task) {
        return environment.start(name, task);
    }
}
