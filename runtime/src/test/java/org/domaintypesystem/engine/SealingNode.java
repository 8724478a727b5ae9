package org.domaintypesystem.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.PlainMessages;
import org.domaintypesystem.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** The receiving side of a node with keys, that publishes as well. */
final class SealingNode implements Repairs.Nodes {
    static final long TYPE = 0xc4823d37f52fcc19L;
    private static final long EPOCH = 1_700_000_000_000_000_000L;

    /** A datagram on its way to one. */
    record Sent(byte[] bytes, @Nullable SocketAddress to) {}

    final long sender;
    final SocketAddress address;
    final Counters counters = new Counters();
    final RecordingSink sink = new RecordingSink();
    final LongMap<InboundType> types = new LongMap<>(1);
    final List<String> controls = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final Inbound inbound;

    /** Nanoseconds, the same for all. */
    long now;

    private final Sealer sealer;
    private long control;
    private long published;

    SealingNode(long sender, KeyRing keys) {
        this.sender = sender;
        this.address = InetSocketAddress.createUnresolved("node-" + sender, 1);
        this.sealer = new Sealer(keys, sender, 1);
        SplittableRandom random = new SplittableRandom(sender);
        Reassemblies reassemblies = new Reassemblies(1 << 20, counters, () -> now, 1);
        inbound = new Inbound(
                counters,
                (message, source) -> controls.add("%d: %d".formatted(message.tag, message.sequence)),
                reassemblies,
                (body, typeId, schemaId, from) -> true,
                (typeId, schemaId, from, source) -> Readability.READABLE,
                new Repairs(sender, this, this::send, counters, reassemblies, () -> now, 10_000_000_000L, 1),
                Gate.keyed(new Opener(keys, 1), sender, counters, this::send, () -> now, random::nextLong, said::add));
        types.put(TYPE, new InboundType(sink, 2));
    }

    private void send(byte[] message, int length, @Nullable SocketAddress to) {
        byte[] plain = Arrays.copyOf(message, length);
        MessageLayout.writeSequence(plain, ++control);
        sent.add(new Sent(seal(plain), to));
    }

    byte[] seal(byte[] plain) {
        return PlainMessages.sealed(sealer, plain);
    }

    long epochNanos() {
        return EPOCH + now;
    }

    /** The next message that it publishes. */
    byte[] publish() {
        return seal(plain(++published));
    }

    byte[] plain(long sequence) {
        return PlainMessages.message(sender, MessageLayout.PAYLOAD, 0, TYPE, sequence, epochNanos(), sequence);
    }

    /** Likewise, one that it keeps for those who miss it. */
    byte[] publishKept() {
        return seal(PlainMessages.message(
                sender, MessageLayout.PAYLOAD, MessageLayout.REPAIRABLE, TYPE, ++published, epochNanos(), 1));
    }

    /** Leaves out numbers. */
    void skip(long count) {
        published += count;
    }

    byte[] copy(long sequence) {
        return seal(PlainMessages.message(
                sender, MessageLayout.PAYLOAD, MessageLayout.LAST_VALUE, TYPE, sequence, EPOCH, sequence));
    }

    /** The next message of those that are numbered for all types. */
    byte[] tell(int tag, long typeId, long... body) {
        return seal(PlainMessages.message(sender, tag, 0, typeId, ++control, epochNanos(), body));
    }

    /** The next message of these, in fragments. */
    List<byte[]> tellLarge(int tag, int bytes) {
        byte[] plain = Packets.withData(sender, TYPE, ++control, new byte[bytes]);
        MessageLayout.writeHeader(plain, plain.length, tag, sender, TYPE, 0, epochNanos());
        return seal(Packets.fragments(plain));
    }

    /** The next message that it publishes, in fragments. */
    List<byte[]> publishLarge(int bytes) {
        byte[] plain = Packets.withData(sender, TYPE, ++published, new byte[bytes]);
        MessageLayout.writeHeader(plain, plain.length, sender, TYPE, 0, epochNanos());
        return seal(Packets.fragments(plain));
    }

    private List<byte[]> seal(List<byte[]> plain) {
        return plain.stream().map(this::seal).toList();
    }

    boolean receive(byte[] datagram, SocketAddress from) {
        // What lies behind the datagram in the buffer, and what comes next, must not matter.
        byte[] buffer = Arrays.copyOf(datagram, datagram.length + 64);
        Arrays.fill(buffer, datagram.length, buffer.length, (byte) 0x55);
        boolean clean = inbound.receive(buffer, datagram.length, epochNanos(), types, from);
        Arrays.fill(buffer, (byte) 0x55);
        if (inbound.isDueEarlier()) {
            tick();
        }
        return clean;
    }

    long tick() {
        return inbound.tick(types, epochNanos());
    }

    /** Has both exchange what they have to say to each other. */
    void exchange(SealingNode other) {
        while (!sent.isEmpty() || !other.sent.isEmpty()) {
            take().forEach(each -> other.receive(each.bytes(), address));
            other.take().forEach(each -> receive(each.bytes(), other.address));
        }
    }

    List<Sent> take() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public @Nullable SocketAddress addressOf(long other) {
        return null;
    }

    @Override
    public int listenersOf(long typeId) {
        return 1;
    }
}
