package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RepairMessagesTest {
    private static final SocketAddress TO = InetSocketAddress.createUnresolved("somewhere", 1);
    private static final long TYPE = 0x9a1b2c3d4e5f6071L;

    private final MessageReader reader = new MessageReader();

    @Test
    void comesBackAsItWasWritten() {
        List<Missing> missing = List.of(
                new Missing(new Range(3, 4), List.of()),
                new Missing(new Range(9, 1), List.of(new Range(0, 2), new Range(70, 1))),
                new Missing(new Range(Long.MAX_VALUE - 2, 2), List.of()));
        InboundMessage nak = read(written(messages -> messages.nak(TYPE, missing, 5, TO)));
        assertThat(RepairMessages.readNak(nak)).isEqualTo(missing);
        assertThat(nak.isAboutRepairs()).isTrue();
        assertThat(nak.typeId()).isEqualTo(TYPE);
        InboundMessage gap = read(written(messages -> messages.gap(TYPE, new Range(1, 7), 5, TO)));
        assertThat(RepairMessages.readGap(gap)).isEqualTo(new Range(1, 7));
        InboundMessage none = read(written(messages -> messages.heartbeat(TYPE, new Heartbeat(1, 0), 5, TO)));
        assertThat(RepairMessages.readHeartbeat(none)).isEqualTo(new Heartbeat(1, 0));
    }

    @Test
    void namesAsMuchAsItMay() {
        List<Missing> most = LongStream.range(0, RepairMessages.MAX_RANGES)
                .mapToObj(i -> new Missing(new Range(1 + 2 * i, 1), List.of()))
                .toList();
        assertThat(RepairMessages.readNak(read(written(messages -> messages.nak(TYPE, most, 5, TO)))))
                .isEqualTo(most);
        List<Missing> more = new ArrayList<>(most);
        more.add(new Missing(new Range(1000, 1), List.of()));
        assertThat(RepairMessages.readNak(read(written(messages -> messages.nak(TYPE, more, 5, TO)))))
                .isEqualTo(most);
        List<Range> fragments = LongStream.range(0, RepairMessages.MAX_RANGES)
                .mapToObj(i -> new Range(2 * i, 1))
                .toList();
        List<Missing> parts = List.of(new Missing(new Range(8, 1), fragments));
        assertThat(RepairMessages.readNak(read(written(messages -> messages.nak(TYPE, parts, 5, TO)))))
                .isEqualTo(List.of(new Missing(new Range(8, 1), fragments.subList(0, fragments.size() - 1))));
    }

    /** Else it would be asked for as a whole. */
    @Test
    void leavesOutAMessageOfWhichNoPartIsRead() {
        List<Range> fragments =
                LongStream.range(0, 30).mapToObj(i -> new Range(2 * i, 1)).toList();
        List<Missing> missing =
                List.of(new Missing(new Range(8, 1), fragments), new Missing(new Range(9, 1), fragments));
        assertThat(RepairMessages.readNak(read(written(messages -> messages.nak(TYPE, missing, 5, TO)))))
                .isEqualTo(List.of(new Missing(new Range(8, 1), fragments)));
    }

    @Test
    void refusesWhatCannotBe() {
        for (Heartbeat wrong : List.of(
                new Heartbeat(0, 3), new Heartbeat(5, 3), new Heartbeat(1, -1), new Heartbeat(1, Long.MAX_VALUE))) {
            InboundMessage heartbeat = read(written(messages -> messages.heartbeat(TYPE, wrong, 5, TO)));
            assertThatThrownBy(() -> RepairMessages.readHeartbeat(heartbeat)).isInstanceOf(DecodeException.class);
        }
        for (Range wrong : List.of(new Range(0, 1), new Range(1, 0), new Range(2, Long.MAX_VALUE - 1))) {
            InboundMessage gap = read(written(messages -> messages.gap(TYPE, wrong, 5, TO)));
            assertThatThrownBy(() -> RepairMessages.readGap(gap)).isInstanceOf(DecodeException.class);
            InboundMessage nak =
                    read(written(messages -> messages.nak(TYPE, List.of(new Missing(wrong, List.of())), 5, TO)));
            assertThatThrownBy(() -> RepairMessages.readNak(nak)).isInstanceOf(DecodeException.class);
        }
    }

    @Test
    @Tag("capnp")
    void decodesByTheSpecification() throws Exception {
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        List<Missing> missing = List.of(
                new Missing(new Range(3, 4), List.of()), new Missing(new Range(9, 1), List.of(new Range(70, 1))));
        assertThat(capnp.decode("dts.capnp", "Message", written(messages -> messages.nak(TYPE, missing, 5, TO))))
                .contains("(first = 3, count = 4)", "first = 9", "fragments = [(first = 70, count = 1)]");
        assertThat(capnp.decode(
                        "dts.capnp", "Message", written(messages -> messages.gap(TYPE, new Range(1, 7), 5, TO))))
                .contains("gap = (first = 1, count = 7)");
        assertThat(capnp.decode(
                        "dts.capnp",
                        "Message",
                        written(messages -> messages.heartbeat(TYPE, new Heartbeat(4, 6), 5, TO))))
                .contains("heartbeat = (firstRetained = 4, last = 6)");
    }

    private static byte[] written(Consumer<RepairMessages> write) {
        List<byte[]> sent = new ArrayList<>();
        write.accept(new RepairMessages(7, (message, length, destination) -> sent.add(Arrays.copyOf(message, length))));
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private InboundMessage read(byte[] datagram) {
        reader.datagram(datagram, datagram.length);
        assertThat(reader.next()).isNull();
        return reader.message();
    }
}
