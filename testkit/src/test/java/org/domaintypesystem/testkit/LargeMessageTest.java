package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.MessageTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that take many datagrams, from object to object, on networks that lose, double and reorder these. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class LargeMessageTest {
    /** What has become of each sequence. */
    private static final class Survivors implements Listener<Survey> {
        final TreeMap<Long, Survey> heard = new TreeMap<>();
        final List<Long> missing = new ArrayList<>();
        final List<Long> late = new ArrayList<>();
        private long last;

        @Override
        public void onMessage(Survey survey, MessageInfo info) {
            assertThat(info.sequence()).isGreaterThan(last);
            last = info.sequence();
            heard.put(last, survey);
        }

        @Override
        public void onLoss(Loss loss) {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.MISSING);
            assertThat(loss.first()).isGreaterThan(last);
            for (int i = 0; i < loss.count(); i++) {
                last = loss.first() + i;
                missing.add(last);
            }
        }

        @Override
        public void onRevision(Loss loss) {
            late.add(loss.first());
        }
    }

    @Test
    void arriveAsTheyWere(VirtualNetwork network) {
        Dts sensor = network.join("sensor");
        Dts screen = network.join("screen");
        Survivors survivors = new Survivors();
        SurveyListener.subscribe(screen, survivors, Delivery.queue());
        SurveyPublisher publisher = new SurveyPublisher(sensor);
        List<Survey> surveys = List.of(Survey.of(1, 1 << 20), Survey.of(2, 100), Survey.of(3, 9 << 20));
        try (Batch batch = sensor.batch()) {
            surveys.forEach(survey -> assertThat(publisher.publish(survey)).isTrue());
        }
        network.runUntilQuiet();
        assertThat(List.copyOf(survivors.heard.values())).isEqualTo(surveys);
        assertThat(screen.counters().receiving().fragments()).isGreaterThan(8000);
        assertThat(screen.counters().receiving().accepted()).isEqualTo(3);
        assertThat(network.traffic(sensor).sent()).isLessThan(9000);
    }

    @Seeds(20)
    void areDeliveredExactlyOrReportedMissing(VirtualNetwork network) {
        network.loss(0.0005).duplication(0.01).delay(Duration.ofNanos(50_000), Duration.ofMillis(1));
        Dts sensor = network.join("sensor");
        Dts screen = network.join("screen");
        Survivors survivors = new Survivors();
        SurveyListener.subscribe(screen, survivors, Delivery.inline());
        SurveyPublisher publisher = new SurveyPublisher(sensor);
        publisher.publish(Survey.of(0, 0));
        network.runUntilQuiet();
        List<Survey> surveys = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            surveys.add(Survey.of(i, i % 4 == 0 ? 1 << 20 : i % 4 * 2000));
            assertThat(publisher.publish(surveys.get(surveys.size() - 1))).isTrue();
            network.run(Duration.ofMillis(i % 3 == 0 ? 10 : 1));
        }
        // What is missing at the very end is known by an announcement, or by the farewell.
        sensor.close();
        network.run(Duration.ofSeconds(3));
        survivors.heard.forEach((sequence, survey) ->
                assertThat(survey).isEqualTo(sequence == 1 ? Survey.of(0, 0) : surveys.get((int) (long) sequence - 2)));
        assertThat(screen.counters().delivering().failures()).isZero();
        assertThat(survivors.heard.size() + survivors.missing.size()).isEqualTo(13);
        assertThat(survivors.missing).containsAll(survivors.late);
        assertThat(screen.counters().receiving().rejected().malformed()).isZero();
        assertThat(screen.counters().receiving().incomplete())
                .isLessThanOrEqualTo(survivors.missing.size() - survivors.late.size());
    }

    @Test
    void areMissingIfOneDatagramIs(VirtualNetwork network) {
        Dts sensor = network.join("sensor");
        Dts screen = network.join("screen");
        Survivors survivors = new Survivors();
        SurveyListener.subscribe(screen, survivors, Delivery.queue());
        SurveyPublisher publisher = new SurveyPublisher(sensor);
        publisher.publish(Survey.of(1, 0));
        AtomicInteger passing = new AtomicInteger();
        network.filter(datagram -> !datagram.isFor(publisher.type()) || passing.incrementAndGet() != 7);
        publisher.publish(Survey.of(2, 20_000));
        network.run(Duration.ofMillis(10));
        assertThat(survivors.heard).containsOnlyKeys(1L);
        assertThat(survivors.missing).as("nobody has told").isEmpty();
        network.run(Duration.ofSeconds(5));
        assertThat(survivors.missing).as("by an announcement").containsExactly(2L);
        assertThat(screen.counters().receiving().incomplete()).isEqualTo(1);
        publisher.publish(Survey.of(3, 20_000));
        network.runUntilQuiet();
        assertThat(survivors.heard).containsOnlyKeys(1L, 3L);
        assertThat(survivors.late).isEmpty();
    }

    @Test
    void areRefusedAboveTheLimitOfTheNode(VirtualNetwork network) {
        Dts small = network.join("small", builder -> builder.maxMessageSize(10_000));
        Dts large = network.join("large");
        Survivors survivors = new Survivors();
        SurveyListener.subscribe(small, survivors, Delivery.queue());
        assertThatThrownBy(() -> new SurveyPublisher(small).publish(Survey.of(1, 20_000)))
                .isInstanceOf(MessageTooLargeException.class)
                .hasMessageContaining("the limit is 10000");
        SurveyPublisher publisher = new SurveyPublisher(large);
        publisher.publish(Survey.of(1, 8000));
        publisher.publish(Survey.of(2, 20_000));
        publisher.publish(Survey.of(3, 8000));
        network.runUntilQuiet();
        assertThat(survivors.heard).containsOnlyKeys(1L, 3L);
        assertThat(survivors.missing).containsExactly(2L);
        assertThat(small.counters().receiving().rejected().malformed()).isPositive();
    }
}
