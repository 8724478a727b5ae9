package org.domaintypesystem.testkit.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DynamicPublisher;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for a schema, what waits for those before it, and both. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class ReliableVersionsTest {
    private static final int COUNT = 300;

    private static final class Told<T> implements Listener<T> {
        final List<T> messages = new ArrayList<>();
        final List<Long> sequences = new ArrayList<>();
        final List<Loss> losses = new ArrayList<>();

        @Override
        public void onMessage(T message, MessageInfo info) {
            messages.add(message);
            sequences.add(info.sequence());
        }

        @Override
        public void onLoss(Loss loss) {
            losses.add(loss);
        }

        void requireAll() {
            assertThat(losses).isEmpty();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, COUNT).boxed().toList());
        }
    }

    private final Told<Level> compiled = new Told<>();
    private final Told<Object> any = new Told<>();
    private Dts tank;

    @BeforeEach
    void join(VirtualNetwork network) {
        network.loss(0.2).duplication(0.1).delay(Duration.ofNanos(50_000), Duration.ofMillis(2));
        tank = network.join("tank");
        LevelListener.subscribe(network.join("screen"), compiled, Delivery.queue(1 << 12));
        network.join("logger").listenAny(any::onMessage, Delivery.queue(1 << 12));
        network.run(Duration.ofSeconds(1));
    }

    private Runnable beforeTheFirst = () -> {};

    private void publish(VirtualNetwork network, DynamicCodec version, Object litres) {
        DynamicPublisher publisher = new DynamicPublisher(tank, version);
        publisher.reliable();
        publisher.announce();
        network.run(Duration.ofSeconds(100));
        beforeTheFirst.run();
        for (int i = 1; i <= COUNT; i++) {
            publisher.publish(version.builder()
                    .set("tank", Integer.toString(i))
                    .set("litres", litres)
                    .build());
            network.run(Duration.ofNanos(i % 10 * 300_000L));
        }
        network.run(Duration.ofSeconds(60));
    }

    @Seeds(20)
    void nothingOfANewerVersionIsLost(VirtualNetwork network) {
        publish(network, Versions.NEWER, (double) 1);
        compiled.requireAll();
        assertThat(compiled.messages)
                .extracting(Level::tank)
                .containsExactlyElementsOf(
                        compiled.sequences.stream().map(Object::toString).toList());
        any.requireAll();
    }

    /** Nobody can be asked what the messages are, for so long that they are read as they are. */
    @Seeds(20)
    void nothingIsWhenNobodySaysWhatItIs(VirtualNetwork network) {
        boolean[] isSilent = {true};
        network.filter(datagram -> !isSilent[0] || datagram.bytes()[22] != 11);
        beforeTheFirst = () -> network.after(Duration.ofMillis(700), () -> isSilent[0] = false);
        publish(network, Versions.NEWER, (double) 1);
        compiled.requireAll();
    }

    /** It has come all the same. Where nobody could say in time what it is, it is delivered. */
    @Seeds(20)
    void allOfAVersionThatCannotBeReadIsReportedSo(VirtualNetwork network) {
        publish(network, Versions.OTHER, "much");
        assertThat(compiled.losses).extracting(Loss::cause).isSubsetOf(Loss.Cause.INCOMPATIBLE);
        List<Long> all = new ArrayList<>(compiled.sequences);
        for (Loss loss : compiled.losses) {
            LongStream.range(loss.first(), loss.first() + loss.count()).forEach(all::add);
        }
        all.sort(null);
        assertThat(all)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, COUNT).boxed().toList());
        any.requireAll();
    }
}
