package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A receiver that checks what it is handed: in order, once, each byte, and nothing left out unseen. */
final class ListeningNode implements InboundSink, Repairs.Nodes {
    static final int LIMIT = 1 << 18;

    /** What was heard of a sender. */
    static final class Heard {
        long first;
        long last;
        long delivered;
        final List<RepairMessages.Range> lost = new ArrayList<>();
        final List<Long> late = new ArrayList<>();
    }

    final Counters counters = new Counters();
    final LongMap<InboundType> types = new LongMap<>(1);
    final Map<Long, Heard> heard = new HashMap<>();
    final Reassemblies reassemblies;
    final Repairs repairs;
    final Inbound inbound;
    long largestBacklog;
    int listeners = 1;

    /** Whether time passes without it. */
    boolean isStopped;

    private final LossyNetwork network;
    private final Map<Long, KeepingSender> senders = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private long tickDue = Long.MAX_VALUE;

    ListeningNode(LossyNetwork network, long patience, long seed, long... typeIds) {
        this(network, LIMIT, patience, seed, typeIds);
    }

    ListeningNode(LossyNetwork network, int maxMessageSize, long patience, long seed, long... typeIds) {
        this.network = network;
        this.reassemblies = new Reassemblies(maxMessageSize, counters, network::now, seed);
        this.repairs = new Repairs(99, this, this::send, counters, reassemblies, network::now, patience, seed);
        this.inbound = new Inbound(
                counters,
                (message, source) -> {},
                reassemblies,
                (body, typeId, schemaId, sender) -> false,
                (typeId, schemaId, sender, source) -> Readability.READABLE,
                repairs,
                Gate.open(text -> {}));
        for (long each : typeIds) {
            types.put(each, new InboundType(this, seed));
        }
        network.add(this);
    }

    /** Knows a sender from now on. */
    void knows(KeepingSender sender) {
        senders.put(sender.id, sender);
        inbound.expect(types.get(sender.typeId), sender.typeId, sender.id, sender.last);
        Heard begun = new Heard();
        begun.first = sender.last + 1;
        begun.last = sender.last;
        heard.put(sender.id, begun);
    }

    /** Is told how far a sender has come. */
    void expect(KeepingSender sender) {
        inbound.expect(types.get(sender.typeId), sender.typeId, sender.id, sender.last);
        tick();
    }

    private void send(byte[] message, int length, @Nullable SocketAddress to) {
        assertThat(to).isNotNull();
        network.unicast(message, length, to);
    }

    void receive(byte[] datagram, SocketAddress source) {
        if (isStopped) {
            waiting.add(() -> receive(datagram, source));
            return;
        }
        byte[] buffer = Arrays.copyOf(datagram, datagram.length + 32);
        inbound.receive(buffer, datagram.length, network.now(), types, source);
        // What is held must not be in the buffer that the next one comes in.
        Arrays.fill(buffer, (byte) 0x55);
        largestBacklog = Math.max(largestBacklog, repairs.bytes());
        if (inbound.isDueEarlier()) {
            tick();
        }
    }

    /** Goes on; so many of the latest datagrams that have come meanwhile are there. */
    void goOn(int socketBuffer) {
        isStopped = false;
        List<Runnable> all = new ArrayList<>(waiting);
        waiting.clear();
        all.subList(0, Math.min(all.size(), socketBuffer)).forEach(Runnable::run);
        tick();
    }

    void tick() {
        if (isStopped) {
            return;
        }
        reassemblies.tick(network.now());
        long pause = inbound.tick(types, network.now());
        if (pause != Long.MAX_VALUE) {
            long due = network.now() + pause;
            tickDue = due;
            network.at(due, () -> {
                if (tickDue == due) {
                    tick();
                }
            });
        }
    }

    @Override
    public void message(InboundMessage message) {
        KeepingSender sender = senders.get(message.sender);
        Heard so = heard.computeIfAbsent(message.sender, any -> new Heard());
        if (so.first == 0) {
            so.first = message.sequence;
        } else {
            assertThat(message.sequence).as("in order").isEqualTo(so.last + 1);
        }
        so.last = message.sequence;
        so.delivered++;
        if (sender != null) {
            assertThat(message.reader().data(message.payload(), 0)).isEqualTo(sender.published.get(message.sequence));
            assertThat(message.typeId).isEqualTo(sender.typeId);
            assertThat(message.timestamp).isEqualTo(77);
        }
    }

    @Override
    public void missing(long sender, long first, long count) {
        Heard so = heard.computeIfAbsent(sender, any -> new Heard());
        assertThat(first).as("in order").isEqualTo(so.last + 1);
        so.last += count;
        so.lost.add(new RepairMessages.Range(first, count));
    }

    @Override
    public void late(long sender, long sequence) {
        Heard so = heard.get(sender);
        assertThat(so.lost).anyMatch(each -> sequence >= each.first() && sequence < each.end());
        so.late.add(sequence);
    }

    @Override
    public void known(long sender, long last) {}

    @Override
    public void forgotten(long sender) {
        heard.remove(sender);
    }

    @Override
    public @Nullable SocketAddress addressOf(long sender) {
        return null;
    }

    @Override
    public int listenersOf(long typeId) {
        return listeners;
    }
}
