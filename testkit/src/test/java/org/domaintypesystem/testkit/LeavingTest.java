package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a node stays that leaves with patience. */
class LeavingTest {
    private final VirtualNetwork network = VirtualNetwork.seeded(1);
    private final Dts sensor = network.join("sensor");

    @AfterEach
    void close() {
        network.close();
    }

    private Duration timeOfClosing(Duration patience) {
        Instant before = network.now();
        sensor.close(patience);
        return Duration.between(before, network.now());
    }

    private void publish() {
        ReadingPublisher readings = new ReadingPublisher(sensor);
        readings.reliable();
        readings.publish(new Reading(1));
    }

    @Test
    void halfASecondWithoutANak() {
        publish();
        assertThat(timeOfClosing(Duration.ofSeconds(5))).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
    }

    @Test
    void noLongerThanItsPatience() {
        publish();
        assertThat(timeOfClosing(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void notAtAllIfNothingIsKept() {
        publish();
        network.run(Duration.ofSeconds(40));
        assertThat(timeOfClosing(Duration.ofSeconds(5))).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void sayingWhatThereIsAtOnceAndAgain() {
        publish();
        network.run(Duration.ofMillis(10));
        ReadingListener.listen(network.join("screen"), reading -> {});
        network.run(Duration.ofMillis(10));
        List<Duration> beats = new ArrayList<>();
        Instant before = network.now();
        network.filter(datagram -> {
            if (datagram.isFor(ReadingCodec.INSTANCE.type())) {
                beats.add(Duration.between(before, network.now()));
            }
            return true;
        });
        sensor.close(Duration.ofSeconds(5));
        assertThat(beats).containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(300));
    }

    /** The network does not run while it runs. */
    @Test
    void whatTheNetworkRunsCannotWait() {
        publish();
        network.after(
                Duration.ofMillis(1),
                () -> assertThatThrownBy(() -> sensor.close(Duration.ofSeconds(1)))
                        .isInstanceOf(IllegalStateException.class));
        network.run(Duration.ofMillis(2));
        assertThatThrownBy(() -> new ReadingPublisher(sensor).reliable()).isInstanceOf(IllegalStateException.class);
    }
}
