package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.testkit.Notes.missing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What docs/reliability.md promises, from object to object. */
@ExtendWith(VirtualNetworkExtension.class)
class ReliableTest {
    private static final class Book implements Listener<Weighing> {
        final List<Integer> numbers = new ArrayList<>();
        final List<Loss> losses = new ArrayList<>();

        static Book of(Dts node, Delivery delivery) {
            Book book = new Book();
            WeighingListener.subscribe(node, book, delivery);
            return book;
        }

        @Override
        public void onMessage(Weighing weighing, MessageInfo info) {
            assertThat(weighing.isWhole()).isTrue();
            numbers.add(weighing.number());
        }

        @Override
        public void onLoss(Loss loss) {
            losses.add(loss);
        }

        @Override
        public void onRevision(Loss loss) {
            losses.add(loss);
        }
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Seeds(10)
    void losesNothing(VirtualNetwork network) {
        SplittableRandom random = new SplittableRandom(network.seed());
        network.loss(0.2).duplication(0.05).delay(Duration.ofNanos(50_000), Duration.ofMillis(1));
        Dts scales = network.join("scales");
        Dts logger = network.join("logger");
        Book queued = Book.of(logger, Delivery.queue());
        Book inline = Book.of(network.join("inline"), Delivery.inline());
        List<Long> seen = new ArrayList<>();
        network.join("any").listenAny((message, info) -> seen.add(info.sequence()), Delivery.queue(1024));
        WeighingPublisher publisher = new WeighingPublisher(scales);
        publisher.publish(Weighing.of(1, 10));
        // Those who listen to all types need to hear of this one.
        network.run(Duration.ofSeconds(60));
        int count = 500;
        for (int number = 2; number <= count; number++) {
            int bytes = random.nextInt(40) == 0 ? random.nextInt(100_000) : random.nextInt(100);
            assertThat(publisher.publish(Weighing.of(number, bytes))).isTrue();
            network.run(Duration.ofNanos(random.nextInt(2_000_000)));
        }
        network.run(Duration.ofSeconds(5));
        for (Book book : List.of(queued, inline)) {
            assertThat(book.losses).isEmpty();
            // Whatever came first: nothing behind it is missing.
            assertThat(book.numbers).isEqualTo(numbers(book.numbers.get(0), count));
            assertThat(book.numbers).hasSizeGreaterThan(count - 50);
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith((long) count);
        assertThat(seen.get(seen.size() - 1) - seen.get(0)).isEqualTo(seen.size() - 1);
        assertThat(logger.counters().repairing().asked()).isPositive();
        assertThat(logger.counters().repairing().heldBack()).isPositive();
        assertThat(logger.counters().repairing().repaired()).isPositive();
        assertThat(logger.counters().receiving().missing()).isZero();
        assertThat(scales.counters().repairing().answered()).isPositive();
        assertThat(scales.counters().repairing().sent()).isPositive();
        assertThat(scales.counters().repairing().gaps()).isZero();
    }

    /** Nothing comes behind it. */
    @Test
    void missesTheLastOneAfterATenthOfASecond(VirtualNetwork network) {
        Dts scales = network.join("scales");
        Book book = Book.of(network.join("logger"), Delivery.queue());
        WeighingPublisher publisher = new WeighingPublisher(scales);
        publisher.publish(Weighing.of(1, 0));
        network.run(Duration.ofSeconds(5));
        AtomicInteger passing = new AtomicInteger();
        network.filter(datagram -> !datagram.isFor(publisher.type()) || passing.incrementAndGet() > 1);
        publisher.publish(Weighing.of(2, 0));
        network.run(Duration.ofMillis(90));
        assertThat(book.numbers).containsExactly(1);
        network.run(Duration.ofMillis(60));
        assertThat(book.numbers).containsExactly(1, 2);
        assertThat(book.losses).isEmpty();
    }

    @Test
    void isWhatAPublisherSays(VirtualNetwork network) {
        Dts sensor = network.join("sensor");
        Notes notes = Notes.of(network.join("screen"));
        ReadingPublisher publisher = new ReadingPublisher(sensor);
        AtomicInteger passing = new AtomicInteger();
        // The second and the fifth one get lost.
        network.filter(datagram -> !datagram.isFor(publisher.type()) || passing.incrementAndGet() % 3 != 2);
        publish(network, publisher, 1, 3);
        assertThat(notes.losses).containsExactly(missing(2, 1));
        publisher.reliable();
        publish(network, publisher, 4, 6);
        network.run(Duration.ofSeconds(1));
        assertThat(notes.numbers).containsExactly(1, 3, 4, 5, 6);
        assertThat(notes.losses).hasSize(1);
        // Another publisher of the node is so, too.
        passing.set(1);
        publish(network, new ReadingPublisher(sensor), 7, 9);
        network.run(Duration.ofSeconds(1));
        assertThat(notes.numbers).containsExactly(1, 3, 4, 5, 6, 7, 8, 9);
        assertThat(notes.losses).hasSize(1);
    }

    private static void publish(VirtualNetwork network, ReadingPublisher publisher, int first, int last) {
        for (int number = first; number <= last; number++) {
            publisher.publish(number);
            network.run(Duration.ofMillis(1));
        }
    }

    @Test
    void reportsExactlyWhatIsNotKeptAnyMore(VirtualNetwork network) {
        Dts sensor = network.join("sensor");
        Dts screen = network.join("screen");
        Notes notes = Notes.of(screen);
        ReadingPublisher publisher = new ReadingPublisher(sensor);
        publisher.reliable(Retention.ofTime(Duration.ofMillis(100)));
        publish(network, publisher, 1, 1);
        network.isolate(screen);
        publish(network, publisher, 2, 500);
        network.heal();
        publish(network, publisher, 501, 510);
        network.run(Duration.ofSeconds(1));
        assertThat(notes.losses).hasSize(1);
        int gone = (int) notes.losses.get(0).count();
        assertThat(notes.losses).containsExactly(missing(2, gone));
        assertThat(gone).isBetween(380, 450);
        assertThat(notes.numbers.subList(1, notes.numbers.size())).isEqualTo(numbers(gone + 2, 510));
        assertThat(sensor.counters().repairing().gaps()).isPositive();
        assertThat(screen.counters().receiving().missing()).isEqualTo(gone);
    }

    @Test
    void waitsNoLongerThanItIsTold(VirtualNetwork network) {
        Dts scales = network.join("scales");
        Dts hasty = network.join("hasty", builder -> builder.repairTime(Duration.ofMillis(500)));
        Dts usual = network.join("usual");
        Book hastyBook = Book.of(hasty, Delivery.queue());
        Book usualBook = Book.of(usual, Delivery.queue());
        WeighingPublisher publisher = new WeighingPublisher(scales);
        publisher.publish(Weighing.of(1, 0));
        network.run(Duration.ofSeconds(5));
        // What is asked for does not come, nor does what asks.
        AtomicInteger passing = new AtomicInteger();
        network.filter(datagram -> datagram.destination().getAddress().isMulticastAddress()
                && (!datagram.isFor(publisher.type()) || passing.incrementAndGet() > 2));
        publisher.publish(Weighing.of(2, 0));
        publisher.publish(Weighing.of(3, 0));
        network.run(Duration.ofMillis(400));
        assertThat(hastyBook.numbers).containsExactly(1);
        network.run(Duration.ofMillis(500));
        assertThat(hastyBook.numbers).containsExactly(1, 3);
        assertThat(hastyBook.losses).singleElement().satisfies(loss -> {
            assertThat(loss.first()).isEqualTo(2);
            assertThat(loss.count()).isEqualTo(1);
            assertThat(loss.cause()).isEqualTo(Loss.Cause.MISSING);
        });
        assertThat(usualBook.numbers).containsExactly(1);
        network.run(Duration.ofSeconds(8));
        assertThat(usualBook.numbers).containsExactly(1);
        network.run(Duration.ofSeconds(2));
        assertThat(usualBook.numbers).containsExactly(1, 3);
        assertThat(usualBook.losses).hasSize(1);
    }

    /** Last values first, and behind them everything. */
    @Seeds(10)
    void givesLateOnesWhatIsAndThenWhatComes(VirtualNetwork network) {
        network.loss(0.2).delay(Duration.ofNanos(50_000), Duration.ofMillis(1));
        Dts warehouse = network.join("warehouse");
        Map<Integer, Integer> current = new HashMap<>();
        publish(network, warehouse, 1, 100, current);
        Dts late = network.join("late");
        network.run(Duration.ofSeconds(3));
        Map<Integer, Integer> heard = new HashMap<>();
        List<Integer> published = new ArrayList<>();
        StockListener.subscribe(
                late,
                (stock, info) -> {
                    heard.merge(stock.shelf(), stock.number(), Math::max);
                    if (!info.isLastValue()) {
                        published.add(stock.number());
                    }
                },
                Delivery.queue());
        publish(network, warehouse, 101, 300, current);
        network.run(Duration.ofSeconds(10));
        publish(network, warehouse, 301, 500, current);
        network.run(Duration.ofSeconds(10));
        assertThat(heard).isEqualTo(current);
        assertThat(published).isSorted().doesNotHaveDuplicates();
        assertThat(published.subList(published.size() - 200, published.size())).isEqualTo(numbers(301, 500));
        assertThat(late.counters().receiving().missing()).isZero();
    }

    private static void publish(
            VirtualNetwork network, Dts warehouse, int first, int last, Map<Integer, Integer> current) {
        StockPublisher publisher = new StockPublisher(warehouse);
        for (int number = first; number <= last; number++) {
            publisher.publish(new Stock(number % 7, number));
            current.put(number % 7, number);
            network.run(Duration.ofMillis(2));
        }
    }
}
