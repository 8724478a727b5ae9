package org.domaintypesystem.testkit.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.AnyMessage;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DynamicPublisher;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Subscription;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class ListenAnyTest {
    private static final class Told implements Listener<AnyMessage> {
        final List<AnyMessage> messages = new ArrayList<>();
        final List<Long> sequences = new ArrayList<>();
        final List<Loss> losses = new ArrayList<>();
        final Map<Long, String> senders = new HashMap<>();

        @Override
        public void onMessage(AnyMessage message, MessageInfo info) {
            assertThat(info.typeName()).isEqualTo(message.typeName());
            messages.add(message);
            sequences.add(info.sequence());
            senders.put(info.sender(), message.typeName());
        }

        @Override
        public void onLoss(Loss loss) {
            losses.add(loss);
        }
    }

    private final Told told = new Told();
    private Dts tank;
    private Dts logger;
    private Subscription subscription;

    @BeforeEach
    void join(VirtualNetwork network) {
        tank = network.join("tank");
        logger = network.join("logger");
        subscription = logger.listenAny(told);
        network.run(Duration.ofSeconds(1));
    }

    @Test
    void readsByNameWhatNobodyHereWasCompiledWith(VirtualNetwork network) {
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 1.5, "at", 0L);
        network.run(Duration.ofSeconds(1));
        Versions.publish(tank, Versions.NEWER, "tank", "B", "litres", (double) 2.5, "at", 0L);
        network.runUntilQuiet();
        assertThat(told.messages).hasSize(1);
        AnyMessage message = told.messages.get(0);
        assertThat(message.typeName()).isEqualTo("brewery.Level");
        assertThat(message.value().orElseThrow().getText("tank")).isEqualTo("B");
        assertThat(message.value().orElseThrow().getDouble("litres")).isEqualTo(2.5);
        assertThat(message)
                .hasToString("brewery.Level " + message.value().orElseThrow().toJson());
        assertThat(LevelCodec.INSTANCE.decode(message.bytes(), 0, message.bytes().length))
                .isEqualTo(new Level("B", 2.5));
        assertThat(subscription.delivered()).isEqualTo(1);
    }

    @Test
    void hearsWhatItsOwnNodePublishes(VirtualNetwork network) {
        LevelPublisher levels = new LevelPublisher(logger);
        levels.publish("A", 1);
        network.run(Duration.ofMillis(1));
        levels.publish("A", 2);
        network.runUntilQuiet();
        assertThat(told.messages).hasSize(1);
        assertThat(told.messages.get(0).value().orElseThrow().getDouble("litres"))
                .isEqualTo(2);
    }

    @Test
    void hearsVersionsThatATypedListenerCannotRead(VirtualNetwork network) {
        List<Level> typed = new ArrayList<>();
        LevelListener.listen(logger, typed::add);
        Versions.publish(tank, Versions.OTHER, "tank", "A", "litres", "much");
        network.run(Duration.ofSeconds(1));
        Versions.publish(tank, Versions.OTHER, "tank", "A", "litres", "more");
        network.runUntilQuiet();
        assertThat(typed).isEmpty();
        assertThat(told.messages)
                .extracting(message -> message.value().orElseThrow().getText("litres"))
                .endsWith("more");
    }

    @Test
    void hearsHundredsOfTypes(VirtualNetwork network) {
        List<DynamicPublisher> publishers = new ArrayList<>();
        List<DynamicCodec> codecs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            DynamicCodec codec = Versions.codec("lab", "Type" + i, "name @0 :Text; number @1 :Int32;");
            codecs.add(codec);
            publishers.add(new DynamicPublisher(tank, codec));
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 300; i++) {
                publishers
                        .get(i)
                        .publish(codecs.get(i)
                                .builder()
                                .set("name", "n" + i)
                                .set("number", round)
                                .build());
            }
            network.run(Duration.ofSeconds(2));
        }
        assertThat(told.messages.size()
                        + told.losses.stream().mapToLong(Loss::count).sum())
                .isEqualTo(600);
        assertThat(told.losses).isEmpty();
        assertThat(told.messages)
                .allSatisfy(message -> assertThat(message.value().orElseThrow().getText("name"))
                        .isEqualTo("n" + message.typeName().substring("lab.Type".length())));
    }

    @Test
    void asksForExplanationsBeforeMessagesCome(VirtualNetwork network) {
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 1.0, "at", 0L);
        network.run(Duration.ofSeconds(1));
        network.link(logger, tank).loss(1);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 2.0, "at", 0L);
        network.run(Duration.ofMillis(1));
        assertThat(told.messages.get(0).value().orElseThrow().getDouble("litres"))
                .isEqualTo(2);
    }

    @Test
    void takesAnExplanationThatComesLate(VirtualNetwork network) {
        network.link(logger, tank).delay(Duration.ofMillis(700));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 1.0, "at", 0L);
        network.run(Duration.ofMillis(100));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 2.0, "at", 0L);
        network.run(Duration.ofMillis(900));
        assertThat(told.messages).hasSize(1);
        assertThat(told.messages.get(0).value()).isEmpty();
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 3.0, "at", 0L);
        network.run(Duration.ofMillis(1));
        assertThat(told.messages.get(1).value().orElseThrow().getDouble("litres"))
                .isEqualTo(3);
    }

    @Test
    void asksAgainForAnExplanationSoon(VirtualNetwork network) {
        network.link(logger, tank).loss(1);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 1.0, "at", 0L);
        network.run(Duration.ofSeconds(1));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 2.0, "at", 0L);
        network.run(Duration.ofSeconds(1));
        assertThat(told.messages.get(0).value()).isEmpty();
        network.link(logger, tank).loss(0);
        network.run(Duration.ofSeconds(5));
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", 3.0, "at", 0L);
        network.run(Duration.ofMillis(1));
        assertThat(told.messages.get(1).value().orElseThrow().getDouble("litres"))
                .isEqualTo(3);
    }

    @Test
    void givesTheBytesOfWhatNobodyExplains(VirtualNetwork network) {
        network.link(logger, tank).loss(1);
        LevelPublisher levels = new LevelPublisher(tank);
        levels.publish("A", 1);
        network.run(Duration.ofSeconds(1));
        levels.publish("A", 2);
        network.run(Duration.ofSeconds(1));
        assertThat(told.messages).hasSize(1);
        assertThat(told.messages.get(0).schema()).isEmpty();
        assertThat(told.messages.get(0).value()).isEmpty();
        assertThat(LevelCodec.INSTANCE.decode(
                        told.messages.get(0).bytes(), 0, told.messages.get(0).bytes().length))
                .isEqualTo(new Level("A", 2));
    }

    @Test
    void endsWithItsSubscription(VirtualNetwork network) {
        LevelPublisher levels = new LevelPublisher(tank);
        levels.publish("A", 1);
        network.run(Duration.ofSeconds(1));
        subscription.close();
        levels.publish("A", 2);
        network.run(Duration.ofSeconds(1));
        assertThat(told.messages).isEmpty();
        assertThat(logger.types())
                .filteredOn(type -> !type.listeners().isEmpty())
                .isEmpty();
    }

    @Test
    void hasNoKeys() {
        assertThatThrownBy(() -> logger.listenAny(told, Delivery.latestPerKey(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Seeds(50)
    void losesNothingUnseen(VirtualNetwork network) {
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 0, "at", 0L);
        network.run(Duration.ofSeconds(1));
        network.loss(0.3).duplication(0.1).delay(Duration.ofNanos(50_000), Duration.ofMillis(2));
        for (int i = 1; i < 100; i++) {
            Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) i, "at", 0L);
            network.run(Duration.ofMillis(3));
        }
        network.loss(0);
        Versions.publish(tank, Versions.NEWER, "tank", "A", "litres", (double) 100, "at", 0L);
        network.run(Duration.ofSeconds(2));
        assertThat(told.sequences).isSorted().doesNotHaveDuplicates().endsWith(101L);
        long missing = told.losses.stream().mapToLong(Loss::count).sum();
        long firstHeard = told.sequences.get(0);
        long first = told.losses.stream().mapToLong(Loss::first).reduce(firstHeard, Math::min);
        assertThat(told.sequences.size() + missing).isEqualTo(101 - first + 1);
    }
}
