package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/** Requests for what is missing, as bytes. */
public final class Naks {
    private Naks() {}

    static byte[] of(long typeId, Missing... missing) {
        List<byte[]> sent = new ArrayList<>();
        RepairMessages messages =
                new RepairMessages(8, (message, length, to) -> sent.add(Arrays.copyOf(message, length)));
        messages.nak(typeId, List.of(missing), 0, InetSocketAddress.createUnresolved("somewhere", 1));
        return sent.get(0);
    }

    /** Asks for so many messages. */
    public static byte[] of(long typeId, long first, long count) {
        return of(typeId, new Missing(new Range(first, count), List.of()));
    }

    /** Asks for some parts of a message. */
    public static byte[] ofParts(long typeId, long of, long first, long count) {
        return of(typeId, new Missing(new Range(of, 1), List.of(new Range(first, count))));
    }

    public static InboundMessage read(byte[] datagram) {
        MessageReader reader = new MessageReader();
        reader.datagram(datagram, datagram.length);
        assertThat(reader.next()).isNull();
        return reader.message();
    }
}
