package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/** The JDK's channels: a message is a datagram, and nothing else is done. */
final class NioContender implements Contender {
    private static final int LARGEST = 2048;
    private static final int SEQUENCE = Long.BYTES;

    private final int port;
    private final NetworkInterface loopback;
    private final List<DatagramChannel> channels = new ArrayList<>();

    NioContender(int port) throws IOException {
        this.port = port;
        this.loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    }

    @Override
    public void listen(Topic topic, Sink sink) throws IOException {
        DatagramChannel channel = open().setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .setOption(StandardSocketOptions.SO_RCVBUF, Bus.RECEIVE_BUFFER)
                .bind(new InetSocketAddress(topic.port(port)));
        channel.join(topic.group(), loopback);
        Thread thread = new Thread(() -> receive(channel, sink), "receives " + topic);
        thread.setDaemon(true);
        thread.start();
    }

    private static void receive(DatagramChannel channel, Sink sink) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);
        try {
            while (true) {
                channel.receive(datagram.clear());
                sink.message(datagram.getInt(0), datagram.getLong(SEQUENCE));
            }
        } catch (ClosedChannelException closed) {
            // Which is how it ends.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Sender sender(Topic topic) throws IOException {
        DatagramChannel channel = open().setOption(StandardSocketOptions.SO_SNDBUF, Bus.SEND_BUFFER);
        InetSocketAddress group = new InetSocketAddress(topic.group(), topic.port(port));
        ByteBuffer datagram = ByteBuffer.allocateDirect(topic.bytes);
        return (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                channel.send(datagram.clear().putInt(0, source).putLong(SEQUENCE, sequence), group);
            }
        };
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)
                .setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback)
                .setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
        channels.add(channel);
        return channel;
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel each : channels) {
            each.close();
        }
    }
}
