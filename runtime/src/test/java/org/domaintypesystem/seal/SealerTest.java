package org.domaintypesystem.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealerTest {
    private static final long SENDER = PlainMessages.SENDER;

    private final KeyRing ring = KeyRing.of(GroupKey.generate());
    private final Sealer sealer = new Sealer(ring, SENDER, 1);

    @Test
    void aSealedMessageIsLongerByAConstant() {
        assertThat(Sealer.OVERHEAD).isEqualTo(72);
        for (int words = 0; words < 200; words++) {
            byte[] message = PlainMessages.payload(1 + words, new long[words]);
            assertThat(PlainMessages.sealed(sealer, message)).hasSize(message.length + Sealer.OVERHEAD);
        }
    }

    @Test
    void sealsAMessageAmongOthers() {
        byte[] message = PlainMessages.payload(1, 5, 6);
        byte[] among = PlainMessages.random(3, 400);
        System.arraycopy(message, 0, among, 40, message.length);
        byte[] out = PlainMessages.random(4, 400);
        byte[] before = out.clone();
        int end = sealer.seal(among, 40, 40 + message.length, out, 16);
        assertThat(Arrays.copyOfRange(out, 16, end))
                .isEqualTo(PlainMessages.sealed(new Sealer(ring, SENDER, 1), message));
        assertThat(Arrays.copyOf(out, 16)).isEqualTo(Arrays.copyOf(before, 16));
        assertThat(Arrays.copyOfRange(out, end, 400)).isEqualTo(Arrays.copyOfRange(before, end, 400));
    }

    @ParameterizedTest
    @EnumSource
    void copiesOfLastValuesAreTheSameEachTime(KeyAlgorithm algorithm) {
        Sealer copies = new Sealer(KeyRing.of(GroupKey.generate(algorithm)), SENDER, 1);
        byte[] copy = PlainMessages.message(SealedLayout.PAYLOAD, SealedLayout.LAST_VALUE, PlainMessages.TYPE, 9, 4);
        byte[] first = PlainMessages.sealed(copies, copy);
        assertThat(PlainMessages.sealed(copies, copy)).isEqualTo(first);
        byte[] original = PlainMessages.sealed(copies, PlainMessages.payload(9, 4));
        assertThat(original).isNotEqualTo(first);
        assertThat(PlainMessages.sealed(copies, copy)).isEqualTo(first);
    }

    @Test
    void doesNotSealANumberTwice() {
        PlainMessages.sealed(sealer, PlainMessages.payload(5, 1));
        refuses(PlainMessages.payload(5, 2));
        refuses(PlainMessages.payload(4, 2));
        refuses(PlainMessages.batch(5, 2, 3));
        refuses(PlainMessages.fragment(5, SealedLayout.PAYLOAD, 0, 0, 2, new byte[8]));
        PlainMessages.sealed(sealer, PlainMessages.fragment(6, SealedLayout.PAYLOAD, 0, 0, 2, new byte[8]));
        refuses(PlainMessages.fragment(6, SealedLayout.PAYLOAD, 0, 0, 2, new byte[16]));
        PlainMessages.sealed(sealer, PlainMessages.fragment(6, SealedLayout.PAYLOAD, 0, 1, 2, new byte[8]));
        refuses(PlainMessages.payload(6, 1));
        PlainMessages.sealed(sealer, PlainMessages.payload(7, 1));

        // Other rows of numbers, one for all types.
        PlainMessages.sealed(sealer, PlainMessages.message(SealedLayout.REPLY, 0, PlainMessages.TYPE, 1, 1));
        PlainMessages.sealed(sealer, PlainMessages.message(PlainMessages.HEARTBEAT, 0, PlainMessages.TYPE, 2, 1));
        refuses(PlainMessages.message(PlainMessages.HEARTBEAT, 0, 0, 2, 1));
        refuses(PlainMessages.message(SealedLayout.REPLY, 0, PlainMessages.TYPE + 1, 1, 1));
        PlainMessages.sealed(sealer, PlainMessages.message(SealedLayout.PAYLOAD, 0, PlainMessages.TYPE + 1, 1, 1));
    }

    private void refuses(byte[] message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> PlainMessages.sealed(sealer, message))
                .withMessageContaining("not sealed twice");
    }

    @Test
    void refusesWhatHasNoPlaceInANonce() {
        for (byte[] wrong : new byte[][] {
            PlainMessages.payload(0, 1),
            PlainMessages.payload(-1, 1),
            PlainMessages.payload(1L << 56, 1),
            PlainMessages.fragment(1, 0, 0, 1 << 24, 1 << 25, new byte[8]),
            PlainMessages.fragment(1, 0, 0, -1, 1 << 25, new byte[8]),
            PlainMessages.message(SealedLayout.SEALED, 0, PlainMessages.TYPE, 1, 1),
            PlainMessages.message(SENDER + 1, SealedLayout.PAYLOAD, 0, PlainMessages.TYPE, 1, 1, 1),
            new byte[80],
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> PlainMessages.sealed(sealer, wrong));
        }
        PlainMessages.sealed(sealer, PlainMessages.payload((1L << 56) - 1, 1));
    }

    /** Walks through all kinds of messages, and whatever two have the key and the nonce in common are the same. */
    @Test
    void noNonceIsUsedForTwoTexts() {
        Random random = new Random(17);
        Map<String, byte[]> sealed = new HashMap<>();
        long[] sequences = new long[4];
        long control = 0;
        long replies = 0;
        for (int i = 0; i < 5000; i++) {
            int type = random.nextInt(4);
            long typeId = PlainMessages.TYPE + type;
            switch (random.nextInt(6)) {
                case 0 -> note(sealed, PlainMessages.message(0, 0, typeId, ++sequences[type], random.nextLong()));
                case 1 -> note(sealed, PlainMessages.message(7, 0, typeId, ++control, random.nextLong()));
                case 2 -> note(sealed, PlainMessages.message(6, 0, typeId, ++replies, random.nextLong()));
                case 3 -> note(sealed, PlainMessages.message(10, 0, 0, ++control, random.nextLong()));
                case 4 -> {
                    byte[] batch = PlainMessages.batch(sequences[0] + 1, random.nextLong(), 1);
                    sequences[0] += 2;
                    note(sealed, batch);
                }
                default -> {
                    long sequence = ++sequences[0];
                    int count = 1 + random.nextInt(5);
                    for (int index = 0; index < count; index++) {
                        byte[] chunk = PlainMessages.random(random.nextLong(), 16);
                        note(sealed, PlainMessages.fragment(sequence, 0, 0, index, count, chunk));
                    }
                }
            }
            long copied = 1 + random.nextLong(sequences[1] + 1);
            note(sealed, PlainMessages.message(0, SealedLayout.LAST_VALUE, PlainMessages.TYPE + 1, copied, copied * 7));
        }
        assertThat(sealed).hasSizeGreaterThan(5000);
    }

    private void note(Map<String, byte[]> all, byte[] message) {
        byte[] sealed = PlainMessages.sealed(sealer, message);
        byte[] nonce = new byte[Nonce.BYTES];
        Opener opener = new Opener(ring, 1);
        assertThat(opener.show(sealed, SealedLayout.ROOT, sealed.length)).isNull();
        Nonce.write(nonce, opener.kind(), opener.fragmentIndex(), opener.sequence());
        byte[] before = all.putIfAbsent(HexFormat.of().formatHex(nonce) + opener.typeId() + opener.sender(), sealed);
        if (before != null) {
            assertThat(sealed).isEqualTo(before);
        }
    }

    @Test
    void theNonceHasAllThreeNumbers() {
        byte[] nonce = new byte[Nonce.BYTES];
        Nonce.write(nonce, CounterKind.COPY, 0x123456, 0x9abcdef0112233L);
        assertThat(nonce).asHexString().isEqualTo("03005634123322" + "11F0DEBC9A");
    }

    @Test
    @Tag("capnp")
    void theReferenceCompilerReadsBothMessages() {
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        byte[] fragment = PlainMessages.fragment(7, SealedLayout.PAYLOAD, 0, 3, 5, new byte[16]);
        byte[] sealed = PlainMessages.sealed(sealer, fragment);
        String id = Long.toString(Integer.toUnsignedLong(ring.sealing(0).id()));
        assertThat(capnp.decode("dts.capnp", "Message", sealed))
                .contains("sequence = 7", "sealed = (")
                .contains("keyId = " + id, "counter = 0", "fragmentIndex = 3", "fragmentCount = 5", "ciphertext = ");
        Opener opener = new Opener(ring, 1);
        opener.show(sealed, SealedLayout.ROOT, sealed.length);
        assertThat(opener.open()).isNull();
        assertThat(capnp.decode("dts.capnp", "Message", Arrays.copyOf(opener.plain(), opener.length())))
                .isEqualTo(capnp.decode("dts.capnp", "Message", fragment));
    }
}
