package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.Naks;
import org.domaintypesystem.engine.RepairAnswers;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.engine.Resender;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.PlainMessages;
import org.domaintypesystem.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** A send path that seals, to a network that opens all it is given, whether or not it takes it. */
final class SealedPath {
    static final long SENDER = 7;
    static final long TYPE = 0x8000_0000_0000_0001L;
    static final long SECRET_TYPE = 0x8000_0000_0000_0002L;
    static final SocketAddress GROUP = new InetSocketAddress(1);
    static final SocketAddress SOMEBODY = new InetSocketAddress(2);

    /** A message that was opened. */
    record Opened(CounterKind kind, int keyId, byte[] plain) {}

    private record Number(int keyId, long typeId, CounterKind kind, long sequence, int fragment) {}

    final KeyRing keys = KeyRing.builder()
            .key(GroupKey.generate())
            .typeKey(SECRET_TYPE, GroupKey.generate())
            .build();

    final OutboundStream stream = new OutboundStream(GROUP);
    final OutboundStream secret = new OutboundStream(GROUP);
    final OutboundStream control = new OutboundStream(GROUP);
    final OutboundStream replies = new OutboundStream(SOMEBODY);
    final Resender resender = new Resender(new Counters());
    final RepairAnswers answers;
    final SendPath path;

    /** Datagrams that the network took, and the messages in them. */
    final List<byte[]> sent = new ArrayList<>();

    final List<List<Opened>> opened = new ArrayList<>();

    /** What was sealed with each number, and how often that left again. */
    private final Map<Number, byte[]> texts = new HashMap<>();

    int again;
    boolean takes = true;

    @Nullable
    RuntimeException failure;

    Runnable onSending = () -> {};
    long now;
    private final Opener opener = new Opener(keys, 1);

    SealedPath() {
        path = new SendPath(
                new Departure(this::output, () -> now, nanos -> now += nanos),
                1 << 20,
                1 << 16,
                resender,
                new Sealer(keys, SENDER, 1));
        answers = new RepairAnswers(SENDER, (message, length, to) -> {}, resender, new Counters(), 1);
    }

    void keep(OutboundStream kept, long typeId) {
        RepairableStream repairable =
                new RepairableStream(typeId, GROUP, kept.sequence(), 1 << 24, Long.MAX_VALUE, () -> {});
        answers.add(repairable);
        kept.keepIn(repairable);
    }

    private boolean output(ByteBuffer datagram, SocketAddress to) {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.duplicate().get(bytes);
        assertThat(bytes.length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
        List<Opened> messages = open(bytes);
        onSending.run();
        if (failure != null) {
            throw failure;
        }
        if (takes) {
            sent.add(bytes);
            opened.add(messages);
        }
        return takes;
    }

    private List<Opened> open(byte[] datagram) {
        List<Opened> messages = new ArrayList<>();
        int end;
        for (int at = 0; at < datagram.length; at = end) {
            end = Framing.end(datagram, at);
            assertThat(opener.show(datagram, at + Framing.BYTES, end)).isNull();
            assertThat(opener.open()).isNull();
            assertThat(opener.sender()).isEqualTo(SENDER);
            messages.add(new Opened(opener.kind(), opener.keyId(), Arrays.copyOf(opener.plain(), opener.length())));
            Number number = new Number(
                    opener.keyId(), opener.typeId(), opener.kind(), opener.sequence(), opener.fragmentIndex());
            byte[] text = Arrays.copyOfRange(datagram, at, end);
            byte[] before = texts.putIfAbsent(number, text);
            if (before != null) {
                assertThat(text).as("%s for two texts", number).isEqualTo(before);
                again++;
            }
        }
        return messages;
    }

    /** All messages that the network took, without what they were sealed with. */
    List<byte[]> plain() {
        return opened.stream().flatMap(List::stream).map(Opened::plain).toList();
    }

    boolean send(OutboundStream to, byte[] message) {
        byte[] bytes = message.clone();
        boolean accepted = path.send(to, bytes, bytes.length);
        Arrays.fill(bytes, (byte) 0x55);
        return accepted;
    }

    boolean defer(OutboundStream to, byte[] message) {
        byte[] bytes = message.clone();
        boolean accepted = path.defer(to, bytes, bytes.length);
        Arrays.fill(bytes, (byte) 0x55);
        return accepted;
    }

    /** Has messages sent again. */
    void repair(long typeId, long first, long count) {
        now += 20_000_000;
        answers.asked(Naks.read(Naks.of(typeId, first, count)), SOMEBODY, now);
        long pause = path.tend(answers);
        while (pause != Long.MAX_VALUE) {
            now += pause;
            pause = path.tend(answers);
        }
    }

    /** A message without its number, of a size that is a multiple of eight. */
    static byte[] message(int tag, int flags, long typeId, int length) {
        long[] body = new long[(length - MessageLayout.CONTENT) / Long.BYTES];
        Arrays.setAll(body, i -> length + i);
        return PlainMessages.message(SENDER, tag, flags, typeId, 0, 1000, body);
    }

    static byte[] payload(long typeId, int length) {
        return message(0, 0, typeId, length);
    }

    static byte[] numbered(byte[] message, long sequence) {
        byte[] bytes = message.clone();
        MessageLayout.writeSequence(bytes, sequence);
        return bytes;
    }
}
