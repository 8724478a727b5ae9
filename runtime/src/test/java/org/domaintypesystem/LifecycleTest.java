package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LifecycleTest {
    private final Loopback loopback = new Loopback();

    LifecycleTest() throws IOException {}

    @AfterEach
    void close() {
        loopback.close();
    }

    private static boolean isRunning(String node) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(node + " "));
    }

    @Test
    void endsEverythingOnce() {
        Dts dts = loopback.join("ending");
        ReadingPublisher publisher = new ReadingPublisher(dts);
        Subscription subscription = dts.listen(Reading.CODEC, new Collector(), Delivery.queue());
        assertThat(isRunning("ending")).isTrue();
        dts.close();
        dts.close();
        subscription.close();
        await().until(() -> !isRunning("ending"));
        assertThatThrownBy(() -> publisher.publish(1, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ending is closed");
        assertThatThrownBy(() -> dts.listen(Reading.CODEC, new Collector(), Delivery.queue()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(dts.counters().sending().sent()).isZero();
    }

    @Test
    void closesFromItsListeners() {
        for (Delivery delivery : new Delivery[] {Delivery.inline(), Delivery.queue()}) {
            Dts dts = loopback.join("closing");
            AtomicInteger calls = new AtomicInteger();
            dts.listen(
                    Reading.CODEC,
                    (message, info) -> {
                        dts.close();
                        calls.incrementAndGet();
                    },
                    delivery);
            ReadingPublisher publisher = new ReadingPublisher(dts);
            publisher.publish(1, "");
            await().until(() -> calls.get() == 1 && !isRunning("closing"));
            assertThatThrownBy(() -> publisher.publish(2, "")).isInstanceOf(IllegalStateException.class);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void doesNotWaitForAListener() throws InterruptedException {
        Dts dts = loopback.join("busy");
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        dts.listen(
                Reading.CODEC,
                (message, info) -> {
                    entered.countDown();
                    NodeTest.uninterruptibly(go);
                },
                Delivery.inline());
        new ReadingPublisher(dts).publish(1, "");
        entered.await();
        dts.close();
        assertThat(isRunning("busy")).isTrue();
        go.countDown();
        await().until(() -> !isRunning("busy"));
    }

    @Test
    void saysWhichInterfacesThereAre() {
        assertThatThrownBy(
                        () -> Dts.builder().interfaces("127.0.0.1", "nosuch0").join())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nosuch0")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void takesThePortFromTheSystemProperty() {
        try {
            System.setProperty(Settings.PORT, String.valueOf(loopback.port));
            try (Dts dts = Dts.join()) {
                assertThat(dts.toString()).contains("port " + loopback.port);
            }
            System.setProperty(Settings.PORT, "http");
            assertThatThrownBy(Dts::join).hasMessageContaining("dts.port").hasMessageContaining("'http'");
            System.setProperty(Settings.PORT, "65536");
            assertThatThrownBy(Dts::join).hasMessageContaining("65536");
        } finally {
            System.clearProperty(Settings.PORT);
        }
    }

    @Test
    void takesInterfacesFromTheSystemProperty() {
        String before = System.getProperty(Settings.INTERFACE);
        try {
            System.setProperty(Settings.INTERFACE, " 127.0.0.1 , nosuch0");
            assertThatThrownBy(Dts::join).hasMessageContaining("\"nosuch0\"");
            System.setProperty(Settings.INTERFACE, " 127.0.0.1 ,");
            try (Dts dts = Dts.builder().port(loopback.port).name("by-property").join()) {
                assertThat(dts.toString())
                        .contains("on " + Loopback.networkInterface().getName() + ",");
                assertThat(dts.name()).isEqualTo("by-property");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        } finally {
            if (before == null) {
                System.clearProperty(Settings.INTERFACE);
            } else {
                System.setProperty(Settings.INTERFACE, before);
            }
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Dts.builder().port(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dts.builder().port(65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dts.builder().ttl(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.queue(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
