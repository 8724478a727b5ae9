package org.domaintypesystem.benchmarks.bus;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Publication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.BufferClaim;
import io.aeron.logbuffer.FragmentHandler;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Aeron over UDP multicast, with a media driver of its own that has one thread; a listener has another, which polls. */
final class AeronContender implements Contender {
    private static final int WINDOW = Bus.RECEIVE_BUFFER / 2;
    private static final int STREAM = 1;
    private static final int FRAGMENTS = 256;
    private static final int SEQUENCE = Long.BYTES;

    private final int port;
    private final Supplier<IdleStrategy> idle;
    private final MediaDriver driver;
    private final Aeron client;
    private volatile boolean isClosed;

    /**
     * @param folder for files, does not exist yet
     * @param idle what those threads do that have nothing to do
     */
    AeronContender(int port, Path folder, Supplier<IdleStrategy> idle) {
        this.port = port;
        this.idle = idle;
        this.driver = MediaDriver.launch(new MediaDriver.Context()
                .aeronDirectoryName(folder.toString())
                .dirDeleteOnShutdown(true)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idle.get())
                .socketRcvbufLength(Bus.RECEIVE_BUFFER)
                .socketSndbufLength(Bus.SEND_BUFFER)
                .initialWindowLength(WINDOW));
        this.client = Aeron.connect(new Aeron.Context().aeronDirectoryName(folder.toString()));
    }

    private String channel(Topic topic) throws IOException {
        return "aeron:udp?endpoint=%s:%d|interface=localhost"
                .formatted(topic.group().getHostAddress(), topic.port(port));
    }

    @Override
    public void listen(Topic topic, Sink sink) throws IOException {
        Subscription subscription = client.addSubscription(channel(topic), STREAM);
        Thread thread = new Thread(() -> poll(subscription, sink), "polls " + topic);
        thread.setDaemon(true);
        thread.start();
    }

    private void poll(Subscription subscription, Sink sink) {
        FragmentHandler handler = (buffer, offset, length, header) -> sink.message(
                buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN),
                buffer.getLong(offset + SEQUENCE, ByteOrder.LITTLE_ENDIAN));
        // Hands on at once what came in one piece.
        FragmentAssembler whole = new FragmentAssembler(handler);
        IdleStrategy waiting = idle.get();
        while (!isClosed) {
            waiting.idle(subscription.poll(whole, FRAGMENTS));
        }
    }

    @Override
    public Sender sender(Topic topic) throws IOException {
        ExclusivePublication publication = client.addExclusivePublication(channel(topic), STREAM);
        return topic.bytes <= publication.maxPayloadLength()
                ? claiming(publication, topic.bytes)
                : offering(publication, topic.bytes);
    }

    private static Sender claiming(ExclusivePublication publication, int bytes) {
        byte[] message = new byte[bytes];
        BufferClaim claim = new BufferClaim();
        return (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                claim(publication, message.length, claim);
                MutableDirectBuffer buffer = claim.buffer();
                int offset = claim.offset();
                buffer.putBytes(offset, message);
                number(buffer, offset, source, sequence);
                claim.commit();
            }
        };
    }

    /** What is too long for one datagram is copied and cut. */
    private static Sender offering(ExclusivePublication publication, int bytes) {
        MutableDirectBuffer message = new UnsafeBuffer(new byte[bytes]);
        return (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                number(message, 0, source, sequence);
                for (long position = publication.offer(message); position < 0; position = publication.offer(message)) {
                    waitAfter(position);
                }
            }
        };
    }

    private static void number(MutableDirectBuffer message, int offset, int source, long sequence) {
        message.putInt(offset, source, ByteOrder.LITTLE_ENDIAN);
        message.putLong(offset + SEQUENCE, sequence, ByteOrder.LITTLE_ENDIAN);
    }

    /** Waits for a listener, and as long as it takes no more. */
    private static void claim(ExclusivePublication publication, int length, BufferClaim claim) {
        long position = publication.tryClaim(length, claim);
        while (position < 0) {
            waitAfter(position);
            position = publication.tryClaim(length, claim);
        }
    }

    private static void waitAfter(long position) {
        if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
            throw new IllegalStateException(Publication.errorString(position));
        }
        Contender.giveWay();
    }

    @Override
    public void close() {
        isClosed = true;
        client.close();
        driver.close();
    }
}
