package org.domaintypesystem.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsBuilder;
import org.jspecify.annotations.Nullable;

/** Where nodes of one name are, one after another: a host with an address and links. */
final class Place {
    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 65_536 - FIRST_PORT;
    private static final int MAX_HOSTS = (1 << 24) - 2;

    final String name;
    final int index;
    final InetAddress address;
    Consumer<? super DtsBuilder> options = builder -> {};

    /** What a call of a listener takes, in nanoseconds. */
    long callNanos;

    /** The node that is here or was here last; null until one has joined. */
    @Nullable
    VirtualNode node;

    @Nullable
    Dts dts;

    private int nextPort;
    private long nextPid = 1;
    private @Nullable VirtualLink[] links = {};
    private long sent;
    private long sentBytes;
    private long received;
    private long receivedBytes;
    private long overflowed;

    Place(String name, int index) {
        if (index >= MAX_HOSTS) {
            throw new IllegalStateException("a virtual network has " + MAX_HOSTS + " nodes at most");
        }
        this.name = name;
        this.index = index;
        int host = index + 1;
        try {
            // With its name, so that nobody asks the system for one.
            this.address = InetAddress.getByAddress(
                    name, new byte[] {10, (byte) (host >> 16), (byte) (host >> 8), (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    boolean isTaken() {
        return node != null && node.isRunning();
    }

    /** A port for the next node here: answers to the one before do not reach it. */
    int nextPort() {
        return FIRST_PORT + nextPort++ % PORTS;
    }

    long nextPid() {
        return nextPid++;
    }

    VirtualLink linkTo(Place other, Medium medium) {
        if (other.index >= links.length) {
            links = Arrays.copyOf(links, Math.max(other.index + 1, links.length * 2));
        }
        VirtualLink link = links[other.index];
        if (link == null) {
            link = new VirtualLink(this, other, medium, other == this ? medium.toItself : medium.links);
            links[other.index] = link;
        }
        return link;
    }

    void countSent(int bytes) {
        sent++;
        sentBytes += bytes;
    }

    void countReceived(int bytes) {
        received++;
        receivedBytes += bytes;
    }

    void countOverflowed() {
        overflowed++;
    }

    Traffic traffic() {
        return new Traffic(sent, sentBytes, received, receivedBytes, overflowed);
    }

    @Override
    public String toString() {
        return name;
    }
}
