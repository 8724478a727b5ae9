package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/** A publisher as simple as the rules: keeps what it has sent, and sends it again to those who ask. */
final class KeepingSender {
    private static final long MILLI = 1_000_000;
    private static final int MOST_FOR_ONE_REQUEST = 128;

    private record Kept(long first, long count, List<byte[]> datagrams, long sentAt) {}

    final long id;
    final long typeId;
    final SocketAddress address;
    final Map<Long, byte[]> published = new HashMap<>();
    private final LossyNetwork network;
    private final long retention;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final RepairMessages messages;
    private final MessageReader reader = new MessageReader();
    long last;
    long naks;
    private long sentAt;
    private long pause = 100 * MILLI;
    private boolean isClosed;

    /**
     * @param retention how long it keeps what it has sent, in nanoseconds
     */
    KeepingSender(LossyNetwork network, long id, long typeId, long retention) {
        this.network = network;
        this.id = id;
        this.typeId = typeId;
        this.retention = retention;
        this.address = new InetSocketAddress("127.0.0.1", 10_000 + (int) id);
        this.messages = new RepairMessages(
                id, (message, length, to) -> network.multicast(this, Arrays.copyOf(message, length)));
        network.add(this);
    }

    /** Publishes messages that leave together: in one datagram if there are several, in many if it is large. */
    void publish(byte[]... contents) {
        List<byte[]> datagrams;
        if (contents.length == 1) {
            byte[] message = repairable(last + 1, contents[0]);
            datagrams = message.length > MessageLayout.MAX_DATAGRAM ? Packets.fragments(message) : List.of(message);
        } else {
            Pack pack = new Pack(0);
            for (byte[] each : contents) {
                byte[] message = repairable(0, each);
                assertThat(pack.add(message, message.length)).isTrue();
            }
            datagrams = List.of(Arrays.copyOf(pack.bytes(), pack.finish(last + 1)));
        }
        kept.put(last + 1, new Kept(last + 1, contents.length, datagrams, network.now()));
        for (byte[] each : contents) {
            published.put(++last, each);
        }
        datagrams.forEach(each -> network.multicast(this, each));
        sentAt = network.now();
        pause = 100 * MILLI;
        network.at(sentAt + pause, this::heartbeatIfIdle);
    }

    private byte[] repairable(long sequence, byte[] content) {
        byte[] message = Packets.withData(id, typeId, sequence, content);
        MessageLayout.markRepairable(message);
        return message;
    }

    /** Falls silent. */
    void close() {
        isClosed = true;
    }

    private void heartbeatIfIdle() {
        if (!isClosed && network.now() - sentAt >= pause) {
            sentAt = network.now();
            pause = Math.min(2 * pause, 2_000 * MILLI);
            heartbeat();
            if (firstRetained() <= last) {
                network.at(sentAt + pause, this::heartbeatIfIdle);
            }
        }
    }

    private void heartbeat() {
        messages.heartbeat(typeId, new Heartbeat(firstRetained(), last), network.now(), address);
    }

    private long firstRetained() {
        while (!kept.isEmpty() && network.now() - kept.firstEntry().getValue().sentAt > retention) {
            kept.pollFirstEntry();
        }
        return kept.isEmpty() ? last + 1 : kept.firstKey();
    }

    /** Takes a request. */
    void receive(byte[] nak) {
        if (isClosed) {
            return;
        }
        naks++;
        reader.datagram(nak, nak.length);
        assertThat(reader.next()).isNull();
        List<byte[]> again = new ArrayList<>();
        int requested = 0;
        for (Missing each : RepairMessages.readNak(reader.message())) {
            requested += 1 + each.fragments().size();
            Range messagesMissing = each.messages();
            if (messagesMissing.first() < firstRetained()) {
                long gone = Math.min(messagesMissing.end(), firstRetained());
                messages.gap(
                        typeId,
                        new Range(messagesMissing.first(), gone - messagesMissing.first()),
                        network.now(),
                        address);
            }
            if (messagesMissing.end() > last + 1) {
                heartbeat();
            }
            Long from = kept.floorKey(messagesMissing.first());
            for (Kept some :
                    kept.tailMap(from == null ? messagesMissing.first() : from).values()) {
                if (some.first < messagesMissing.end() && some.first + some.count > messagesMissing.first()) {
                    addTo(again, some.datagrams, each.fragments());
                }
            }
        }
        assertThat(requested).isBetween(1, RepairMessages.MAX_RANGES);
        again.stream().limit(MOST_FOR_ONE_REQUEST).forEach(each -> network.multicast(this, each));
    }

    private static void addTo(List<byte[]> again, List<byte[]> datagrams, List<Range> fragments) {
        if (fragments.isEmpty()) {
            again.addAll(datagrams);
        }
        for (Range range : fragments) {
            assertThat(range.end()).isLessThanOrEqualTo(datagrams.size());
            again.addAll(datagrams.subList((int) range.first(), (int) range.end()));
        }
    }
}
