package org.domaintypesystem.testkit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.domaintypesystem.AnyMessage;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsCounters;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Peer;
import org.domaintypesystem.PeerListener;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole nodes with keys, and others on the same network. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class KeyedNodesTest {
    private static final String SECRET = "three sacks of Munich malt";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final GroupKey key = GroupKey.generate();
    private final KeyRing keys = KeyRing.of(key);

    /** Writes down what it hears. */
    private static final class Heard<T> implements Listener<T> {
        final List<T> values = new ArrayList<>();
        final List<Loss> losses = new ArrayList<>();

        @Override
        public void onMessage(T value, MessageInfo info) {
            values.add(value);
        }

        @Override
        public void onLoss(Loss loss) {
            losses.add(loss);
        }
    }

    private static Dts join(VirtualNetwork network, String name, KeyRing ring) {
        return network.join(name, builder -> builder.keys(ring));
    }

    private static Heard<Recipe> recipes(Dts node) {
        Heard<Recipe> heard = new Heard<>();
        RecipeListener.subscribe(node, heard, Delivery.queue());
        return heard;
    }

    private static Heard<Mash> mashes(Dts node) {
        Heard<Mash> heard = new Heard<>();
        MashListener.subscribe(node, heard, Delivery.queue());
        return heard;
    }

    private static void publish(Dts node, int first, int last) {
        RecipePublisher publisher = new RecipePublisher(node);
        for (int number = first; number <= last; number++) {
            publisher.publish(number, SECRET);
        }
    }

    private static List<Integer> numbers(Heard<Recipe> heard) {
        return heard.values.stream().map(Recipe::number).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static PeerListener noting(List<String> lines) {
        return new PeerListener() {
            @Override
            public void up(Peer peer) {
                lines.add("up " + peer.name());
            }

            @Override
            public void down(Peer peer, boolean saidSo) {
                lines.add("down " + peer.name());
            }
        };
    }

    private static void assertNothingWasRefused(Dts node) {
        DtsCounters.Guarding guarding = node.counters().guarding();
        assertThat(guarding.plain()
                        + guarding.sealed()
                        + guarding.otherKey()
                        + guarding.forged()
                        + guarding.notProven())
                .as(node + ": " + guarding)
                .isZero();
    }

    @Test
    void exchangeEverythingAndNothingOfItCanBeRead(VirtualNetwork network) {
        List<byte[]> seen = new ArrayList<>();
        network.filter(datagram -> seen.add(datagram.bytes()));
        Dts plant = join(network, "the-plant", keys);
        Dts screen = join(network, "the-screen", keys);
        Heard<Recipe> own = recipes(plant);
        Heard<Recipe> heard = recipes(screen);
        publish(plant, 1, 10);
        network.runUntilQuiet();
        publish(plant, 11, 20);
        String large = SECRET.repeat(200);
        new RecipePublisher(plant).publish(21, large);
        network.runUntilQuiet();
        assertThat(numbers(heard)).isEqualTo(range(1, 21));
        assertThat(heard.values.get(20).text()).isEqualTo(large);
        assertThat(numbers(own)).isEqualTo(range(1, 21));
        assertThat(heard.losses).isEmpty();
        assertThat(screen.peers()).extracting(Peer::name).containsExactly("the-plant");
        assertThat(plant.peers()).extracting(Peer::name).containsExactly("the-screen");
        assertNothingWasRefused(plant);
        assertNothingWasRefused(screen);
        assertThat(seen).isNotEmpty().allSatisfy(datagram -> {
            String text = new String(datagram, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("Munich", "the-plant", "the-screen", "Recipe", "testkit");
            assertThat(datagram.length).isLessThanOrEqualTo(1408);
        });
    }

    @Seeds(6)
    void loseNothingThatIsReliable(VirtualNetwork network) {
        network.loss(0.2).duplication(0.05).delay(Duration.ofNanos(50_000), Duration.ofMillis(1));
        Dts plant = join(network, "plant", keys);
        Dts screen = join(network, "screen", keys);
        Heard<Mash> heard = mashes(screen);
        network.run(SECOND);
        MashPublisher publisher = new MashPublisher(plant);
        for (int number = 1; number <= 500; number++) {
            publisher.publish(number, new byte[number % 50 == 0 ? 20_000 : 10]);
            network.run(Duration.ofMillis(2));
        }
        network.run(Duration.ofSeconds(10));
        List<Integer> numbers = heard.values.stream().map(Mash::number).toList();
        // Whatever came first: nothing behind it is missing.
        assertThat(numbers).isEqualTo(range(numbers.get(0), 500)).hasSizeGreaterThan(450);
        assertThat(heard.losses).isEmpty();
        assertThat(screen.counters().repairing().repaired()).isPositive();
        assertNothingWasRefused(screen);
    }

    @Test
    void haveLastValues(VirtualNetwork network) {
        network.loss(0.1);
        Dts plant = join(network, "plant", keys);
        TankPublisher publisher = new TankPublisher(plant);
        for (int number = 0; number < 300; number++) {
            publisher.publish(number, 1, new byte[0]);
            publisher.publish(number, 2, new byte[number % 100 == 0 ? 5000 : 0]);
            network.run(Duration.ofMillis(1));
        }
        network.run(Duration.ofSeconds(60));
        Dts screen = join(network, "screen", keys);
        Heard<Tank> heard = new Heard<>();
        TankListener.subscribe(screen, heard, Delivery.queue());
        network.run(Duration.ofSeconds(20));
        assertThat(heard.values)
                .hasSize(300)
                .allSatisfy(tank -> assertThat(tank.level()).isEqualTo(2));
        assertThat(heard.values).extracting(Tank::number).doesNotHaveDuplicates();
    }

    @Test
    void answerQueries(VirtualNetwork network) {
        Dts plant = join(network, "plant", keys);
        Dts screen = join(network, "screen", keys);
        new RecipePublisher(plant).answer((question, answer) -> {
            answer.send(new Recipe(1, SECRET));
            answer.send(new Recipe(2, SECRET.repeat(300)));
        });
        network.run(SECOND);
        CompletableFuture<List<Recipe>> replies = RecipeListener.query(screen, "all", SECOND);
        network.run(Duration.ofSeconds(2));
        assertThat(replies).isCompleted();
        assertThat(replies.join()).extracting(Recipe::number).containsExactly(1, 2);
    }

    @Test
    void listenToTypesThatNobodyHereWasCompiledWith(VirtualNetwork network) {
        Dts plant = join(network, "plant", keys);
        Dts logger = join(network, "logger", keys);
        Heard<AnyMessage> any = new Heard<>();
        logger.listenAny(any);
        network.run(SECOND);
        publish(plant, 1, 1);
        network.run(SECOND);
        publish(plant, 2, 5);
        network.run(SECOND);
        assertThat(any.values).hasSizeGreaterThanOrEqualTo(4);
        assertThat(any.values.get(0).toString()).contains("Munich");
    }

    @Test
    void disturbNobodyWithoutKeysAndAreNotDisturbed(VirtualNetwork network) {
        Dts plant = join(network, "plant", keys);
        Dts screen = join(network, "screen", keys);
        Dts openPlant = network.join("open-plant");
        Dts openScreen = network.join("open-screen");
        Heard<Recipe> sealed = recipes(screen);
        Heard<Recipe> open = recipes(openScreen);
        for (int number = 1; number <= 50; number++) {
            publish(plant, number, number);
            publish(openPlant, 1000 + number, 1000 + number);
            network.run(Duration.ofMillis(10));
        }
        network.runUntilQuiet();
        assertThat(numbers(sealed)).isEqualTo(range(1, 50));
        assertThat(numbers(open)).isEqualTo(range(1001, 1050));
        assertThat(sealed.losses).isEmpty();
        assertThat(open.losses).isEmpty();
        assertThat(screen.peers()).extracting(Peer::name).containsExactly("plant");
        assertThat(openScreen.peers()).extracting(Peer::name).containsExactly("open-plant");
        assertThat(screen.counters().guarding().plain()).isGreaterThanOrEqualTo(50);
        assertThat(openScreen.counters().guarding().sealed()).isGreaterThanOrEqualTo(50);
        assertThat(screen.counters().receiving().rejected().malformed()).isZero();
        assertThat(openScreen.counters().receiving().rejected().unknownBody()).isZero();
    }

    @Test
    void changeTheirKeyWhileTheyRun(VirtualNetwork network) {
        GroupKey next = GroupKey.generate(KeyAlgorithm.CHACHA20_POLY1305);
        Dts plant = join(network, "plant", KeyRing.of(key, next));
        Dts screen = join(network, "screen", KeyRing.of(next, key));
        Dts behind = join(network, "behind", keys);
        Heard<Recipe> heard = recipes(screen);
        Heard<Recipe> late = recipes(behind);
        publish(plant, 1, 5);
        network.run(SECOND);
        assertThat(numbers(heard)).isEqualTo(range(1, 5));
        assertThat(plant.peers()).extracting(Peer::name).contains("screen");
        assertThat(numbers(late)).isEqualTo(range(1, 5));
        assertThat(behind.peers()).extracting(Peer::name).containsExactly("plant");
        assertThat(behind.counters().guarding().otherKey()).isPositive();
        plant.close();
        network.run(SECOND);
        publish(join(network, "plant", KeyRing.of(next)), 6, 9);
        network.run(SECOND);
        assertThat(numbers(heard)).isEqualTo(range(1, 9));
        assertThat(numbers(late)).isEqualTo(range(1, 5));
    }

    @Test
    void giveTypesKeysOfTheirOwn(VirtualNetwork network) {
        KeyRing more = KeyRing.builder()
                .key(key)
                .typeKey("org.domaintypesystem.testkit.keys.Recipe", GroupKey.generate())
                .build();
        Dts brewer = join(network, "brewer", more);
        Dts other = join(network, "other", more);
        Dts outsider = join(network, "outsider", keys);
        Heard<Recipe> heard = recipes(other);
        Heard<Recipe> unheard = recipes(outsider);
        Heard<Mash> shared = mashes(outsider);
        network.run(SECOND);
        publish(brewer, 1, 5);
        publish(outsider, 101, 105);
        new MashPublisher(brewer).publish(7, new byte[10]);
        network.run(Duration.ofSeconds(40));
        assertThat(numbers(heard)).isEqualTo(range(1, 5));
        assertThat(numbers(unheard)).isEqualTo(range(101, 105));
        assertThat(unheard.losses).isEmpty();
        assertThat(heard.losses).isEmpty();
        assertThat(shared.values).hasSize(1);
        assertThat(outsider.counters().guarding().otherKey()).isPositive();
        assertThat(outsider.peers()).hasSize(2);
    }

    /** Whoever has the group key can say anything in the name of others, but for what concerns such a type. */
    @Test
    void doNotBelieveOthersOfATypeWithItsOwnKey(VirtualNetwork network) {
        KeyRing more = KeyRing.builder()
                .key(key)
                .typeKey("org.domaintypesystem.testkit.keys.Recipe", GroupKey.generate())
                .build();
        Dts brewer = join(network, "brewer", more);
        Dts other = join(network, "other", more);
        Heard<Recipe> heard = recipes(other);
        publish(brewer, 1, 5);
        network.run(SECOND);
        Dts impostor = network.join(
                "impostor", builder -> builder.keys(keys).environment(system -> new Impostor(system, brewer)));
        assertThat(impostor.sender()).isEqualTo(brewer.sender());
        publish(impostor, 1001, 2000);
        List<String> seen = new ArrayList<>();
        other.listen(noting(seen));
        for (int second = 0; second < 100; second++) {
            // So that it is ahead in numbers.
            var unused = MashListener.query(impostor, "", Duration.ofMillis(100));
            network.run(SECOND);
            publish(impostor, 3001 + second, 3001 + second);
        }
        impostor.close();
        network.run(SECOND);
        publish(brewer, 6, 10);
        network.run(SECOND);
        assertThat(numbers(heard)).isEqualTo(range(1, 10));
        assertThat(heard.losses).isEmpty();
        assertThat(seen).as("it is believed otherwise").contains("down brewer");
    }

    @Test
    void areToldWhenATypesIdDoesNotFollowFromItsName(VirtualNetwork network) {
        KeyRing wrong = KeyRing.builder()
                .key(key)
                .typeKey("org.domaintypesystem.testkit.keys.Pinned", GroupKey.generate())
                .build();
        Dts node = join(network, "node", wrong);
        assertThatThrownBy(() -> new PinnedPublisher(node).publish(1)).hasMessageContaining("type 8000000000000123");
        assertThatThrownBy(() -> PinnedListener.listen(node, pinned -> {}))
                .hasMessageContaining("type 8000000000000123");
    }

    /** Everything that was ever sent, to a receiver that has been started again, while its senders are there and when not. */
    @Test
    void takeNothingOfWhatWasRecorded(VirtualNetwork network) {
        record Recorded(byte[] bytes, InetSocketAddress source) {}
        List<Recorded> recorded = new ArrayList<>();
        network.filter(datagram -> recorded.add(new Recorded(datagram.bytes(), datagram.source())));
        Dts plant = join(network, "plant", keys);
        Dts gone = join(network, "gone", keys);
        Dts screen = join(network, "screen", keys);
        recipes(screen);
        mashes(screen);
        TankPublisher tanks = new TankPublisher(gone);
        Heard<Tank> tankListener = new Heard<>();
        TankListener.subscribe(screen, tankListener, Delivery.queue());
        for (int number = 1; number <= 30; number++) {
            publish(plant, number, number);
            publish(gone, number, number);
            new MashPublisher(plant).publish(number, new byte[3000]);
            tanks.publish(number, 1, new byte[0]);
            network.run(Duration.ofMillis(10));
        }
        network.run(SECOND);
        assertThat(tankListener.values).hasSize(30);
        gone.close();
        network.run(Duration.ofSeconds(60));
        List<Recorded> all = List.copyOf(recorded);
        Dts restarted = network.restart(screen);
        Heard<Recipe> heard = recipes(restarted);
        Heard<Mash> reliable = mashes(restarted);
        Heard<Tank> kept = new Heard<>();
        TankListener.subscribe(restarted, kept, Delivery.queue());
        List<String> came = new ArrayList<>();
        restarted.listen(noting(came));
        for (int round = 0; round < 3; round++) {
            for (Recorded each : all) {
                network.inject(each.bytes(), each.source(), restarted);
                network.run(Duration.ofNanos(20_000));
            }
        }
        network.run(SECOND);
        assertThat(heard.values).isEmpty();
        assertThat(reliable.values).isEmpty();
        assertThat(kept.values).isEmpty();
        assertThat(came).containsExactly("up plant");
        publish(plant, 31, 35);
        network.run(SECOND);
        assertThat(numbers(heard)).isEqualTo(range(31, 35));
        assertThat(restarted.counters().guarding().replayed()).isPositive();
    }
}
