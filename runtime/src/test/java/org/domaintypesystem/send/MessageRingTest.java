package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRingTest {
    private final OutboundStream stream = new OutboundStream(new InetSocketAddress(1));

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 1024, 4096})
    void givesBackWhatWentIn(int capacity) {
        Random random = new Random(capacity);
        MessageRing ring = new MessageRing(capacity);
        Deque<byte[]> model = new ArrayDeque<>();
        int cells = 0;
        byte[] into = new byte[capacity];
        for (int step = 0; step < 50_000; step++) {
            if (random.nextInt(8) == 0) {
                byte[] message = new byte[capacity * 2];
                boolean fits = cells + 1 <= capacity / 64;
                assertThat(ring.offerLarge(stream, null, message)).isEqualTo(fits);
                if (fits) {
                    model.add(message);
                    cells++;
                }
            } else if (random.nextBoolean()) {
                byte[] message = new byte[1 + random.nextInt(capacity)];
                random.nextBytes(message);
                int needed = (message.length + 63) / 64;
                boolean fits = cells + needed <= capacity / 64;
                assertThat(ring.offer(stream, null, message, message.length)).isEqualTo(fits);
                if (fits) {
                    model.add(message);
                    cells += needed;
                }
            } else {
                assertThat(ring.hasNext()).isEqualTo(!model.isEmpty());
                assertThat(ring.isEmpty()).isEqualTo(model.isEmpty());
                if (!model.isEmpty()) {
                    assertThat(ring.peek()).isSameAs(stream);
                    byte[] expected = model.remove();
                    assertThat(ring.isLarge()).isEqualTo(expected.length > capacity);
                    if (expected.length > capacity) {
                        assertThat(ring.takeLarge()).isSameAs(expected);
                        cells--;
                        continue;
                    }
                    int length = ring.take(into);
                    assertThat(Arrays.copyOf(into, length)).isEqualTo(expected);
                    cells -= (length + 63) / 64;
                } else {
                    assertThat(ring.peek()).isNull();
                }
            }
        }
    }

    @Test
    void hasNoRoomForWhatIsLargerThanItself() {
        MessageRing ring = new MessageRing(128);
        assertThat(ring.offer(stream, null, new byte[129], 129)).isFalse();
        assertThat(ring.isEmpty()).isTrue();
    }
}
