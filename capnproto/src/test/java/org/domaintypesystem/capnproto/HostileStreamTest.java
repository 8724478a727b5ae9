package org.domaintypesystem.capnproto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.domaintypesystem.capnproto.PackedStreamTest.pack;

import brewery.Recipe;
import brewery.Recipe.Step;
import brewery.RecipeCodec;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.domaintypesystem.codec.DecodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that nobody vouches for: values, an end, or a {@link DecodeException}, and nothing else. */
@Timeout(120)
class HostileStreamTest {
    private static final Recipe FIRST =
            new Recipe("純米", 12_000_000_000L, Instant.EPOCH, List.of(new Step("steam for as long as it takes", 55)));
    private static final Recipe SECOND = new Recipe("x".repeat(100), -1, Instant.EPOCH, List.of());

    private static PackedInput<Recipe> input(byte[] packed) {
        return new PackedInput<>(RecipeCodec.INSTANCE, new ByteArrayInputStream(packed));
    }

    private static byte[] hex(String bytes) {
        return HexFormat.ofDelimiter(" ").parseHex(bytes);
    }

    @Test
    void aCleanEndIsToldFromATruncation() throws IOException {
        int first = pack(RecipeCodec.INSTANCE, List.of(FIRST)).length;
        byte[] whole = pack(RecipeCodec.INSTANCE, List.of(FIRST, SECOND));
        for (int length = 0; length <= whole.length; length++) {
            PackedInput<Recipe> in = input(Arrays.copyOf(whole, length));
            if (length >= first) {
                assertThat(in.read()).isEqualTo(FIRST);
            }
            if (length == whole.length) {
                assertThat(in.read()).isEqualTo(SECOND);
            }
            if (length == 0 || length == first || length == whole.length) {
                assertThat(in.read()).isNull();
                assertThat(in.read()).isNull();
            } else {
                assertThatThrownBy(in::read)
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(DecodeException.class)
                        .hasMessage("the stream ends within a message");
                assertThatThrownBy(in::read).isInstanceOf(DecodeException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedStreamsAreValuesOrRefused(long seed) throws IOException {
        byte[] whole = pack(RecipeCodec.INSTANCE, List.of(FIRST, SECOND, FIRST));
        Random random = new Random(seed);
        int values = 0;
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = whole.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(mutated.length);
                mutated[at] =
                        random.nextBoolean() ? (byte) random.nextInt() : (byte) (mutated[at] ^ 1 << random.nextInt(8));
            }
            PackedInput<Recipe> in = input(mutated);
            for (int i = 0; i < 4; i++) {
                try {
                    if (in.read() != null) {
                        values++;
                    }
                } catch (DecodeException e) {
                    refused++;
                }
            }
        }
        assertThat(values).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "more segments than allowed, 17 ff 02 01",
        "a number of segments below zero, 1f ff ff ff ff 01",
        "a segment larger than any message, f0 ff ff ff ff",
        "a run of zeros behind the message, 10 01 00 01",
        "a run of words as they are behind the message, 10 01 ff 01 01 01 01 01 01 01 01 01 02 02 02 02 02 02 02 02"
    })
    void whatIsNoMessageIsRefused(String what, String bytes) throws IOException {
        PackedInput<Recipe> in = input(hex(bytes));
        assertThatThrownBy(in::read).as(what).isInstanceOf(DecodeException.class);
        assertThatThrownBy(in::read).as("nothing behind").isInstanceOf(DecodeException.class);
    }

    /** The reference implementation does not write such, and refuses it. */
    @Test
    void aRunMayGoOnFromOneSegmentToTheNext() throws IOException {
        // Two segments of a word each, their table padded: 1, 1, 1, 0 and two words of zeros.
        PackedInput<Recipe> in = input(hex("11 01 01 01 01 00 01"));
        assertThat(in.read()).isEqualTo(new Recipe(null, 0, Instant.EPOCH, null));
        assertThat(in.read()).isNull();
    }

    @Test
    void aMessageThatHoldsNoValueCanBeSteppedOver() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        // A segment of a word, which is a capability.
        stream.writeBytes(hex("10 01 01 03"));
        // No segment worth the name.
        stream.writeBytes(hex("00 00"));
        stream.writeBytes(pack(RecipeCodec.INSTANCE, List.of(FIRST)));
        PackedInput<Recipe> in = input(stream.toByteArray());
        assertThatThrownBy(in::read).isInstanceOf(DecodeException.class);
        assertThatThrownBy(in::read).isInstanceOf(DecodeException.class);
        assertThat(in.read()).isEqualTo(FIRST);
        assertThat(in.read()).isNull();
    }

    @Test
    void limitsAreKept() throws IOException {
        byte[] message = new byte[1 << 10];
        int length = RecipeCodec.INSTANCE.encode(SECOND, message, 0, message.length);
        byte[] packed = pack(RecipeCodec.INSTANCE, List.of(SECOND));
        PackedInput<Recipe> enough = new PackedInput<>(RecipeCodec.INSTANCE, new ByteArrayInputStream(packed), length);
        assertThat(enough.read()).isEqualTo(SECOND);
        PackedInput<Recipe> tooLittle =
                new PackedInput<>(RecipeCodec.INSTANCE, new ByteArrayInputStream(packed), length - 1);
        assertThatThrownBy(tooLittle::read)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("limit is " + (length - 1));
    }

    @Test
    void whatOnlyIsClaimedTakesNoMemory() {
        // A segment of 0x700000 words, 56 MiB, of which a few come.
        byte[] packed = hex("40 70 00 ff 00 ff 00 ff");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> input(packed).read()).hasMessage("the stream ends within a message");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @Test
    void aStreamThatFailsWithinAMessageIsNotReadOn() throws IOException {
        byte[] packed = pack(RecipeCodec.INSTANCE, List.of(FIRST));
        InputStream failing = new InputStream() {
            private boolean failed;

            @Override
            public int read() throws IOException {
                if (failed) {
                    return -1;
                }
                failed = true;
                throw new IOException("cable pulled");
            }
        };
        PackedInput<Recipe> in = new PackedInput<>(
                RecipeCodec.INSTANCE,
                new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(packed, 20)), failing));
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("cable pulled");
        assertThatThrownBy(in::read).isInstanceOf(DecodeException.class);
    }
}
