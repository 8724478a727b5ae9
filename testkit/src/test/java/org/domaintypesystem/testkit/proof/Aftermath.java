package org.domaintypesystem.testkit.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.domaintypesystem.Peer;
import org.domaintypesystem.testkit.proof.Station.Hearing;

/** What has to be so once a network has healed. */
final class Aftermath {
    /** The longest pause between two announcements, the delay of what still was on its way, and the grace of messages. */
    private static final Duration ANNOUNCED = Duration.ofSeconds(39);

    /** What leaves is still on its way, and messages are given some time. */
    private static final Duration FAREWELL = Duration.ofMillis(300);

    /** What is missing of one who has left is waited for. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(1);

    /** How many of the latest sequences of a sender are remembered one by one. */
    private static final int TOLD_APART = 1024;

    private final ProofRun run;

    Aftermath(ProofRun run) {
        this.run = run;
    }

    void look() {
        run.heal();
        run.network.loss(0).delay(Duration.ofMillis(1));
        run.pass(Duration.ofSeconds(101));
        presenceHasConverged();
        everyTailIsKnown();
        if (run.isGentle) {
            whatWasLateIsNotLost();
        }

        run.withholdsMessages = true;
        for (Station station : run.stations) {
            run.publishUnheard(station, run.random.nextInt(4));
        }
        run.pass(ANNOUNCED);
        presenceHasConverged();
        everyTailIsKnown();

        Station leaving = run.stations.get(run.random.nextInt(run.stations.size()));
        run.publishUnheard(leaving, 1 + run.random.nextInt(3));
        leave(leaving);

        run.withholdsMessages = false;
        run.join();
        run.pass(FAREWELL);
        presenceHasConverged();
        everyTailIsKnown();
    }

    private void leave(Station leaving) {
        boolean isPatient = run.random.nextBoolean();
        if (isPatient) {
            leaving.dts.close(Duration.ofSeconds(20));
            tailsAreKnown(leaving, true);
            run.check();
        } else {
            leaving.dts.close();
        }
        run.end(leaving);
        run.pass(FAREWELL);
        presenceHasConverged();
        tailsAreKnown(leaving, false);
        run.pass(GIVEN_UP);
        tailsAreKnown(leaving, true);
    }

    /** All know each other and what they do, and nobody else. */
    private void presenceHasConverged() {
        for (Station station : run.stations) {
            Map<Long, Map<String, String>> expected = new TreeMap<>();
            for (Station other : run.stations) {
                if (other != station) {
                    expected.put(other.dts.sender(), other.types());
                }
            }
            Map<Long, Map<String, String>> known = new TreeMap<>();
            for (Peer peer : station.dts.peers()) {
                known.put(peer.sender(), Station.types(peer));
            }
            if (!known.equals(expected)) {
                throw new AssertionError("%s knows %s, expected %s".formatted(station, known, expected));
            }
        }
    }

    private void everyTailIsKnown() {
        for (Station station : run.stations) {
            tailsAreKnown(station, false);
            tailsAreKnown(station, true);
        }
    }

    /** Whoever has heard of a publisher has been told of all that it has published. */
    private void tailsAreKnown(Station publisher, boolean isReliable) {
        for (Station listener : run.stations) {
            for (Hearing hearing : listener.hearings) {
                List<Ledger.Entry> messages = run.ledger.of(publisher.dts.sender(), hearing.topic());
                long next = hearing.journal().next(publisher.dts.sender());
                if (hearing.topic().isReliable() == isReliable && next != 0 && next != messages.size() + 1L) {
                    throw new AssertionError("%s expects %d of %s, who has published %d"
                            .formatted(hearing.journal(), next, publisher, messages.size()));
                }
            }
        }
    }

    /** Of senders so quiet that no message was too old to be told from a copy. */
    private void whatWasLateIsNotLost() {
        for (Station listener : run.stations) {
            for (Hearing hearing : listener.hearings) {
                hearing.journal().requireAllRevised(TOLD_APART);
            }
        }
    }
}
