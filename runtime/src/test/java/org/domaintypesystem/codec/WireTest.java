package org.domaintypesystem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final int ROOT = 8;
    private static final int STRUCT = 16;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "1234567", "12345678", "U,ó", "1234567é", "12345678é", "é1234567", "世界", "😀", "a😀b"})
    void textGoesRound(String text) {
        byte[] out = new byte[256];
        Arrays.fill(out, (byte) 0x5A);
        WireReader in = readerOfText(text, out, out.length);
        assertThat(in.text(in.structAt(ROOT), 0)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "12345678", "1234567é", "世界"})
    void textNeedsNoMoreRoomThanItTakes(String text) {
        byte[] out = new byte[256];
        int end = writeText(text, out, out.length);
        assertThat(writeText(text, out, end)).isEqualTo(end);
        assertThatThrownBy(() -> writeText(text, out, end - 1)).isInstanceOf(OutOfSpaceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00", "\uD800x", "é\uD800\uD800"})
    void halfASurrogatePairIsRefusedByName(String text) {
        assertThatThrownBy(() -> writeText(text, new byte[256], 256))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("lab.Note.text");
    }

    /** An empty struct is not null, and its pointer must not look like one. */
    @Test
    void anEmptyStructIsThere() {
        byte[] out = new byte[64];
        int end = WireWriter.struct(out, ROOT, STRUCT, 0, 0, out.length);
        WireReader in = new WireReader().segment(out, ROOT, end);
        assertThat(in.structAt(ROOT)).isNotEqualTo(WireReader.ABSENT);
        WireWriter.nothing(out, ROOT);
        assertThat(in.structAt(ROOT)).isEqualTo(WireReader.ABSENT);
    }

    /** A header or an item of a batch may have no pointer at all. */
    @Test
    void aPointerThatIsNotThereLeadsToNothing() {
        byte[] out = new byte[64];
        int end = WireWriter.struct(out, ROOT, STRUCT, 1, 0, out.length);
        WireReader in = new WireReader().segment(out, ROOT, end);
        byte[] message = in.extract(in.structAt(ROOT), 0);
        assertThat(new WireReader().message(message, 0, message.length)).isEqualTo(WireReader.ABSENT);
    }

    @Test
    void plainValuesReadAsStructsOfOneField() {
        byte[] out = new byte[256];
        int end = WireWriter.struct(out, ROOT, STRUCT, 0, 1, out.length);
        end = PrimitiveArrays.write(out, STRUCT, new short[] {7, -7, Short.MAX_VALUE}, end, out.length);
        WireReader in = new WireReader().segment(out, ROOT, end);
        long list = in.structList(in.structAt(ROOT), 0);
        assertThat(in.count(list)).isEqualTo(3);
        assertThat(in.int16(in.element(list, 1), 0)).isEqualTo((short) -7);
        assertThat(in.int32(in.element(list, 1), 0))
                .as("wider than the sender's")
                .isZero();
    }

    private static WireReader readerOfText(String text, byte[] out, int limit) {
        return new WireReader().segment(out, ROOT, writeText(text, out, limit));
    }

    private static int writeText(String text, byte[] out, int limit) {
        int end = WireWriter.struct(out, ROOT, STRUCT, 0, 1, limit);
        return WireWriter.text(out, STRUCT, text, end, limit, "lab.Note.text");
    }
}
