package org.domaintypesystem.testkit.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.domaintypesystem.testkit.hosts.Node.awaitAllKnown;
import static org.domaintypesystem.testkit.hosts.Node.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.domaintypesystem.testkit.reliable.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reliable messages, small and large, while processes die, stand still, are cut off, and get less than was sent. */
@Tag("hosts")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReliableHostsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Flow.Load LOAD = new Flow.Load(1000, 300, 200, 200_000);

    /** Much of the time goes into large messages. */
    private static final Flow.Load LARGE = new Flow.Load(500, 300, 200, 2_000_000);

    private static final String ROOM = "-Xmx256m";
    private static final String LOSS = "-Ddts.loss=0.05";
    private static final String SEED = "-Ddts.seed=1";
    private static final Pattern RUN = Pattern.compile("(MISSING )?(\\d+)-(\\d+) ?");

    @AutoClose
    private final Lab lab = new Lab();

    private final Bridge network = lab.network("lan", "10.87.0");
    private final Host alpha = network.host("alpha", "eth0");
    private final Host beta = network.host("beta", "eth0");
    private final Host gamma = network.host("gamma", "eth0");

    @Test
    void thePublisherIsKilledAndStartedAgain() {
        Node a = alpha.startWith("a", ROOM);
        Node other = beta.startWith("other", ROOM);
        Node b = beta.startWith("b", ROOM, LOSS, SEED, "-Ddts.repair-time=2s");
        Node c = gamma.startWith("c", ROOM, LOSS, SEED, "-Ddts.repair-time=2s");
        awaitAllKnown(a, other, b, c);
        begin(a, b, c);
        begin(other, b, c);
        a.flow(LARGE);
        other.flow(LOAD);
        awaitProgress(a, 500, b, c);
        a.kill();
        Node again = alpha.startWith("a", ROOM);
        begin(again, b, c);
        again.flow(LOAD);
        awaitProgress(other, 1000, b, c);
        awaitProgress(again, 500, b, c);

        assertNothingLost(other, b, c);
        assertNothingLost(again, b, c);
        // What it took with it is reported, the rest was heard.
        for (Node listener : List.of(b, c)) {
            assertContiguous(listener.account(a));
        }
    }

    @Test
    void aReceiverIsKilledAndStartedAgain() {
        Node a = alpha.startWith("a", ROOM);
        Node b = beta.startWith("b", ROOM, LOSS, SEED);
        Node c = gamma.startWith("c", ROOM, LOSS, SEED);
        awaitAllKnown(a, b, c);
        begin(a, b, c);
        a.flow(LARGE);
        awaitProgress(a, 500, b, c);
        c.kill();
        Node again = gamma.startWith("c", ROOM, LOSS, SEED);
        awaitProgress(a, 500, b, again);

        assertNothingLost(a, b, again);
        assertThat(again.account(a)).doesNotStartWith("1-");
    }

    @Test
    void aReceiverStandsStillForTenSeconds() {
        Node a = alpha.startWith("a", ROOM);
        Node b = beta.startWith("b", ROOM);
        Node c = gamma.startWith("c", ROOM);
        awaitAllKnown(a, b, c);
        begin(a, b, c);
        a.flow(new Flow.Load(1000, 1000, 500, 200_000));
        awaitProgress(a, 500, b, c);

        c.signal("STOP");
        awaitProgress(a, 10_000, b);
        c.signal("CONT");
        awaitProgress(a, 500, b);
        assertNothingLost(a, b, c);
        assertThat(c.drops("kernel")).isPositive();
    }

    @Test
    void whatIsNotKeptAnyMoreIsReportedExactly() {
        Node a = alpha.startWith("a", ROOM, "-Ddts.retention-time=1s");
        Node b = beta.startWith("b", ROOM);
        Node c = gamma.startWith("c", ROOM, "-Ddts.receive-buffer=65536");
        awaitAllKnown(a, b, c);
        begin(a, b, c);
        a.flow(LOAD);
        awaitProgress(a, 200, b, c);

        c.signal("STOP");
        awaitProgress(a, 3000, b);
        c.signal("CONT");
        awaitProgress(a, 500, b, c);
        assertNothingLost(a, b);
        long last = a.stop();
        eventually(() -> assertThat(c.last(a)).isEqualTo(last));
        assertThat(c.account(a)).contains("MISSING ");
        assertContiguous(c.account(a));
    }

    @Test
    void theReceiveBufferIsTiny() {
        Node a = alpha.startWith("a", ROOM);
        Node b = beta.startWith("b", ROOM);
        Node c = gamma.startWith("c", ROOM, "-Ddts.receive-buffer=8192");
        awaitAllKnown(a, b, c);
        begin(a, b, c);
        for (int i = 0; i < 3; i++) {
            a.enter(2000, 200);
            a.enter(1, 2_000_000);
        }
        assertNothingLost(a, b, c);
        assertThat(c.drops("kernel")).isPositive();
    }

    @Test
    void whatWasCutOffForSecondsHasHeardEverythingInTheEnd() {
        Node a = alpha.startWith("a", ROOM);
        Node b = beta.startWith("b", ROOM);
        Node c = gamma.startWith("c", ROOM);
        List<Node> all = List.of(a, b, c);
        awaitAllKnown(a, b, c);
        for (Node node : all) {
            begin(node, a, b, c);
        }
        all.forEach(node -> node.flow(LOAD));
        awaitProgress(a, 500, b, c);

        network.cut(gamma, "eth0");
        awaitProgress(a, 4000, b);
        network.mend(gamma, "eth0");
        awaitProgress(a, 500, b);
        for (Node node : all) {
            assertNothingLost(node, a, b, c);
        }
    }

    @Test
    void theLargestMessageComesThroughLoss() {
        boolean isLossy = network.lose(beta, "eth0", 10) && network.lose(gamma, "eth0", 10);
        String loss = isLossy ? "-Ddts.loss=0" : "-Ddts.loss=0.1";
        Node a = alpha.startWith("a", ROOM);
        Node b = beta.startWith("b", ROOM, loss, SEED);
        Node c = gamma.startWith("c", ROOM, loss, SEED);
        awaitAllKnown(a, b, c);
        begin(a, b, c);
        a.enter(1, (16 << 20) - 1000);
        a.enter(10, 100);
        assertNothingLost(a, b, c);
        if (!isLossy) {
            assertThat(b.drops("injected")).isGreaterThan(1000);
            assertThat(c.drops("injected")).isGreaterThan(1000);
        }
    }

    /** Publishes until these have heard something: what comes after that they will miss. */
    private static void begin(Node publisher, Node... listeners) {
        eventually(() -> {
            publisher.enter(1, 10);
            for (Node listener : listeners) {
                assertThat(listener.last(publisher)).isPositive();
            }
        });
    }

    /** Waits until these have heard so many more. */
    private static void awaitProgress(Node publisher, int more, Node... listeners) {
        for (Node listener : listeners) {
            long goal = listener.last(publisher) + more;
            eventually(
                    LONG,
                    () -> assertThat(listener.last(publisher))
                            .as("what %s has heard of %s: %s", listener, publisher, listener.account(publisher))
                            .isGreaterThanOrEqualTo(goal));
        }
    }

    /** Has a publisher end, and waits for all that it has published: from the first one that was heard, one after another. */
    private static void assertNothingLost(Node publisher, Node... listeners) {
        long last = publisher.stop();
        for (Node listener : listeners) {
            String account = await().atMost(LONG)
                    .until(() -> listener.account(publisher), said -> said.endsWith("-" + last) || said.contains(" "));
            assertThat(account)
                    .as("what %s has heard of %s", listener, publisher)
                    .matches("[0-9]+-" + last);
        }
    }

    /** That each number from the first one on has been heard or is missing, once. */
    private static void assertContiguous(String account) {
        Matcher run = RUN.matcher(account);
        long next = 0;
        int end = 0;
        while (run.find() && run.start() == end) {
            long first = Long.parseLong(run.group(2));
            assertThat(next == 0 || first == next).as(account).isTrue();
            next = Long.parseLong(run.group(3)) + 1;
            end = run.end();
        }
        assertThat(end).as(account).isEqualTo(account.length());
    }
}
