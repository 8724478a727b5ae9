package org.domaintypesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.domaintypesystem.schema.MulticastGroups;

/** Nodes and plain sockets on the loopback interface, on a port that nobody else uses: nothing leaves the host. */
final class Loopback implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";

    final int port = freePort();
    private final MulticastSocket socket;

    Loopback() throws IOException {
        socket = new MulticastSocket(new InetSocketAddress(ADDRESS, 0));
        socket.setNetworkInterface(networkInterface());
        socket.setTimeToLive(0);
    }

    static NetworkInterface networkInterface() throws IOException {
        return NetworkInterface.getByInetAddress(InetAddress.getByName(ADDRESS));
    }

    Dts join(String name) {
        return Dts.builder().interfaces(ADDRESS).port(port).name(name).join();
    }

    /** Sends from a plain socket to a type's group. */
    void multicast(long typeId, byte[] datagram) {
        send(MulticastGroups.groupOf(typeId), datagram);
    }

    /** Sends from a plain socket to the port, whichever node's it is. */
    void unicast(byte[] datagram) {
        send(socket.getLocalAddress(), datagram);
    }

    private void send(InetAddress to, byte[] datagram) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain socket that receives a type's group. */
    MulticastSocket capture(long typeId) throws IOException {
        return captureGroup(MulticastGroups.groupOf(typeId));
    }

    /** A plain socket that receives the control group. */
    MulticastSocket captureControl() throws IOException {
        return captureGroup(MulticastGroups.CONTROL);
    }

    InetAddress control() {
        return MulticastGroups.CONTROL;
    }

    private MulticastSocket captureGroup(InetAddress group) throws IOException {
        MulticastSocket capture = new MulticastSocket(port);
        capture.setSoTimeout(10_000);
        capture.joinGroup(new InetSocketAddress(group, port), networkInterface());
        return capture;
    }

    /** A plain socket that nobody else's datagrams come to, unless they answer it. */
    DatagramSocket socket() throws IOException {
        MulticastSocket plain = new MulticastSocket(new InetSocketAddress(ADDRESS, 0));
        plain.setNetworkInterface(networkInterface());
        plain.setTimeToLive(0);
        plain.setSoTimeout(10_000);
        return plain;
    }

    /** Sends from a plain socket to the control group. */
    void toControl(DatagramSocket from, byte[] datagram) throws IOException {
        from.send(new DatagramPacket(datagram, datagram.length, MulticastGroups.CONTROL, port));
    }

    static byte[] receive(DatagramSocket capture) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        capture.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** Below the range from which systems take ports for sockets that do not care. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (DatagramSocket free = new DatagramSocket(null)) {
                free.setReuseAddress(false);
                free.bind(new InetSocketAddress(candidate));
                return candidate;
            } catch (SocketException taken) {
                // The next one.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
