package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.seal.Sealer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmenterTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final int CHUNK = MessageLayout.CONTENT + (Fragment.DATA_WORDS + Fragment.POINTERS) * Long.BYTES;

    private static byte[] message(int bytes) {
        byte[] data = new byte[bytes];
        new Random(bytes).nextBytes(data);
        return Packets.withData(0xA, TYPE, 9, data);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1200, 1264, 1265, 1329, 1330, 5000, 1_000_000})
    void cutsIntoWholeWordsThatMakeAMessageOfThePayloadAlone(int bytes) {
        byte[] message = message(bytes);
        byte[] before = message.clone();
        List<byte[]> fragments = Packets.fragments(message);
        assertThat(message).as("left as it was").isEqualTo(before);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] fragment : fragments) {
            assertThat(fragment.length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
            assertThat(fragment.length % Long.BYTES).isZero();
            assertThat(Arrays.copyOfRange(fragment, MessageLayout.SENDER, MessageLayout.BODY))
                    .as("the header of the whole")
                    .isEqualTo(Arrays.copyOfRange(message, MessageLayout.SENDER, MessageLayout.BODY));
            whole.writeBytes(Arrays.copyOfRange(fragment, CHUNK, fragment.length));
        }
        byte[] expected = Arrays.copyOfRange(message, MessageLayout.BODY - Framing.BYTES, message.length);
        Framing.write(expected, 0, expected.length);
        assertThat(whole.toByteArray()).isEqualTo(expected);
        assertThat(fragments).hasSize((expected.length + 1303) / 1304);

        WireReader in = new WireReader();
        byte[] data = new byte[bytes];
        new Random(bytes).nextBytes(data);
        assertThat(in.data(in.message(expected, 0, expected.length), 0)).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Sealer.OVERHEAD})
    void leavesRoomForWhatFragmentsGetLonger(int overhead) {
        byte[] message = message(20_000);
        List<byte[]> fragments = Packets.fragments(message, overhead);
        int last = fragments.size() - 1;
        assertThat(fragments.subList(0, last))
                .allSatisfy(each -> assertThat(each).hasSize(MessageLayout.MAX_DATAGRAM - overhead));
        assertThat(fragments.get(last).length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM - overhead);
        int chunk = 1304 - overhead;
        assertThat(fragments).hasSize((message.length - MessageLayout.BODY + Framing.BYTES + chunk - 1) / chunk);
    }

    @Test
    void saysWhichBodyTheWholeIs() {
        byte[] message = message(3000);
        message[MessageLayout.WORD_0 + 4] = 1;
        message[MessageLayout.WORD_0 + 6] = 12;
        for (byte[] fragment : Packets.fragments(message)) {
            ByteBuffer bytes = ByteBuffer.wrap(fragment).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(bytes.getShort(MessageLayout.WORD_0 + 6)).isEqualTo((short) MessageLayout.FRAGMENT);
            assertThat(bytes.getShort(MessageLayout.WORD_0 + 4)).as("flags").isEqualTo((short) 1);
            assertThat(bytes.getShort(MessageLayout.CONTENT + Fragment.BODY)).isEqualTo((short) 12);
        }
    }

    @Test
    @Tag("capnp")
    void isWhatTheSpecificationSays() {
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        List<byte[]> fragments = Packets.fragments(message(3000));
        assertThat(fragments).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(capnp.decode("dts.capnp", "Message", fragments.get(i)))
                    .contains("sender = 10,", "typeId = 9223372036854775809,", "schemaId = 23644,", "sequence = 9,")
                    .contains("fragment = (")
                    .contains("messageSize = 3024,")
                    .contains("offset = " + i * 1304 + ",")
                    .contains("index = " + i + ",")
                    .contains("count = 3,")
                    .contains("body = 0");
        }
    }
}
