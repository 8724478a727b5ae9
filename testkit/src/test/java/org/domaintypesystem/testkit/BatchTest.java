package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batches of a node that says nothing itself meanwhile, since no time passes: nothing else sends what waits. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class BatchTest {
    private Dts a;
    private Notes heard;
    private ReadingPublisher publisher;

    @BeforeEach
    void join(VirtualNetwork network) {
        a = network.join("a");
        heard = Notes.of(network.join("b"));
        publisher = new ReadingPublisher(a);
    }

    @Test
    void nothingLeavesBeforeItIsClosed(VirtualNetwork network) {
        int count = 500;
        long before = network.traffic(a).sent();
        try (Batch batch = a.batch()) {
            for (int number = 1; number <= count; number++) {
                assertThat(publisher.publish(number)).isTrue();
            }
            assertThat(publisher.sent()).isZero();
            assertThat(network.traffic(a).sent()).isEqualTo(before);
        }
        assertThat(publisher.sent()).isEqualTo(count);
        assertThat(network.traffic(a).sent() - before).isLessThan(count / 10);
        network.runUntilQuiet();
        assertThat(heard.numbers)
                .isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void theOutermostOfNestedBatchesCounts(VirtualNetwork network) {
        try (Batch outer = a.batch()) {
            try (Batch inner = a.batch()) {
                publisher.publish(1);
            }
            publisher.publish(2);
            assertThat(publisher.sent()).isZero();
        }
        assertThat(publisher.sent()).isEqualTo(2);
        publisher.publish(3);
        assertThat(publisher.sent()).isEqualTo(3);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 3);
    }
}
