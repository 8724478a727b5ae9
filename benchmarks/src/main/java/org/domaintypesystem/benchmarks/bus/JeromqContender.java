package org.domaintypesystem.benchmarks.bus;

import java.nio.ByteBuffer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** JeroMQ over TCP, which is how it goes from process to process; its publisher waits for listeners that are behind. */
final class JeromqContender implements Contender {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SEQUENCE = Long.BYTES;

    private final int port;
    private final ZContext context = new ZContext();

    JeromqContender(int port) {
        this.port = port;
    }

    @Override
    public void listen(Topic topic, Sink sink) {
        ZMQ.Socket socket = context.createSocket(SocketType.SUB);
        socket.setReceiveBufferSize(Bus.RECEIVE_BUFFER);
        socket.connect(address(topic));
        socket.subscribe(new byte[0]);
        Thread thread = new Thread(() -> receive(socket, topic, sink), "receives " + topic);
        thread.setDaemon(true);
        thread.start();
    }

    private static void receive(ZMQ.Socket socket, Topic topic, Sink sink) {
        byte[] message = new byte[topic.bytes];
        ByteBuffer numbers = ByteBuffer.wrap(message);
        try {
            while (socket.recv(message, 0, message.length, 0) >= 0) {
                sink.message(numbers.getInt(0), numbers.getLong(SEQUENCE));
            }
        } catch (ZMQException closed) {
            // Which is how it ends.
        }
    }

    @Override
    public Sender sender(Topic topic) {
        ZMQ.Socket socket = context.createSocket(SocketType.XPUB);
        socket.setXpubNoDrop(true);
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.bind(address(topic));
        return new Subscribed(socket, topic.bytes);
    }

    private String address(Topic topic) {
        return "tcp://127.0.0.1:" + topic.port(port);
    }

    /** Sends nothing before somebody listens: it would be gone. */
    private static final class Subscribed implements Sender {
        private final ZMQ.Socket socket;
        private final int bytes;
        private boolean isHeard;

        Subscribed(ZMQ.Socket socket, int bytes) {
            this.socket = socket;
            this.bytes = bytes;
        }

        @Override
        public void send(int source, long first, int count) {
            if (!isHeard) {
                isHeard = socket.recv() != null;
            }
            for (long sequence = first; sequence < first + count; sequence++) {
                // Kept by JeroMQ until it is sent.
                byte[] message = new byte[bytes];
                ByteBuffer.wrap(message).putInt(0, source).putLong(SEQUENCE, sequence);
                socket.send(message);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
