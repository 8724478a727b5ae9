package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.PING;
import org.jgroups.protocols.UDP;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** JGroups over UDP multicast, with a small stack of its own protocols, reliable and with flow control. A topic is a cluster. */
final class JgroupsContender implements Contender {
    /** Held, since loggers that nobody holds forget what they were told. */
    private static final Logger LOG = Logger.getLogger("org.jgroups");

    private static final int SEQUENCE = Long.BYTES;
    private static final long JOIN_MILLIS = 500;

    private final int port;
    private final Map<Topic, JChannel> channels = new EnumMap<>(Topic.class);

    JgroupsContender(int port) {
        LOG.setLevel(Level.SEVERE);
        this.port = port;
    }

    @Override
    public void listen(Topic topic, Sink sink) throws IOException {
        channel(topic).setReceiver(new Receiver() {
            @Override
            public void receive(Message message) {
                ByteBuffer numbers = ByteBuffer.wrap(message.getArray(), message.getOffset(), message.getLength());
                int start = numbers.position();
                sink.message(numbers.getInt(start), numbers.getLong(start + SEQUENCE));
            }
        });
    }

    @Override
    public Sender sender(Topic topic) throws IOException {
        JChannel channel = channel(topic);
        return (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                // Kept by JGroups until everybody has it.
                byte[] message = new byte[topic.bytes];
                ByteBuffer.wrap(message).putInt(0, source).putLong(SEQUENCE, sequence);
                send(channel, new BytesMessage(null, message));
            }
        };
    }

    private static void send(JChannel channel, Message message) throws IOException {
        try {
            channel.send(message);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private synchronized JChannel channel(Topic topic) throws IOException {
        JChannel known = channels.get(topic);
        if (known != null) {
            return known;
        }
        try {
            JChannel channel = new JChannel(stack(topic)).setDiscardOwnMessages(true);
            channels.put(topic, channel);
            return channel.connect(topic.name());
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Protocol[] stack(Topic topic) throws IOException {
        UDP udp = new UDP();
        udp.setBindAddress(InetAddress.getLoopbackAddress());
        udp.setMulticastAddress(topic.group())
                .setMulticastPort(topic.port(port))
                .setMulticastTTL(0)
                .setMcastRecvBufSize(Bus.RECEIVE_BUFFER)
                .setMcastSendBufSize(Bus.SEND_BUFFER)
                .setUcastRecvBufSize(Bus.RECEIVE_BUFFER);
        GMS membership = new GMS();
        membership.setJoinTimeout(JOIN_MILLIS);
        membership.printLocalAddress(false);
        return new Protocol[] {
            udp,
            new PING(),
            new FD_ALL3(),
            new VERIFY_SUSPECT2(),
            new NAKACK2(),
            new UNICAST3(),
            new STABLE(),
            membership,
            new UFC(),
            new MFC(),
            new FRAG4()
        };
    }

    @Override
    public void close() {
        channels.values().forEach(JChannel::close);
    }
}
