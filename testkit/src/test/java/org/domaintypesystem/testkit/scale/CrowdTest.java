package org.domaintypesystem.testkit.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What nodes send grows with their number, and no faster. */
class CrowdTest {
    private static final Duration START = Duration.ofMinutes(1);
    private static final int TYPES = 20;

    @Test
    void aStartAtOnceCostsEachNodeTheSameHoweverManyThereAre() {
        assertThat(sentByEachAtTheStart(80, Duration.ZERO))
                .isLessThanOrEqualTo(sentByEachAtTheStart(20, Duration.ZERO) * 3 / 2);
    }

    @Test
    void soDoesAStartOneAfterAnother() {
        long few = sentByEachAtTheStart(50, Duration.ofMillis(200));
        assertThat(sentByEachAtTheStart(150, Duration.ofMillis(67))).isLessThanOrEqualTo(few * 3 / 2);
    }

    @Test
    @EnabledIfSystemProperty(named = "dts.scale", matches = ".+")
    void table() {
        ScaleReport.print(System.getProperty("dts.scale").split(","));
    }

    private static long sentByEachAtTheStart(int nodes, Duration pause) {
        try (Crowd crowd = new Crowd(nodes, TYPES, pause)) {
            crowd.untilAllIsKnown();
            assertThat(crowd.network.traffic().sent()).isLessThan(nodes * 100L);
            crowd.network.run(START);
            return crowd.control().sent() / nodes;
        }
    }

    @Test
    void aQuietNodeAnnouncesItselfTwiceAMinute() {
        try (Crowd crowd = new Crowd(30, TYPES, Duration.ZERO)) {
            crowd.network.run(START);
            long datagramsOfAnAnnouncement = 2;
            Control steady = crowd.during(Duration.ofMinutes(10));
            assertThat(steady.sent())
                    .isBetween(30 * 19 * datagramsOfAnAnnouncement, 30 * 21 * datagramsOfAnAnnouncement);
            assertThat(steady.received()).isEqualTo(30 * steady.sent());
        }
    }

    @Test
    void aNewcomerIsAnsweredByEachOnce() {
        try (Crowd crowd = new Crowd(50, TYPES, Duration.ZERO)) {
            crowd.network.run(START);
            Control before = crowd.control();
            Dts newcomer = crowd.join();
            assertThat(crowd.untilAllIsKnownTo(newcomer)).isLessThanOrEqualTo(Duration.ofMillis(110));
            assertThat(crowd.control().minus(before).sent()).isLessThan(50 * 3);
        }
    }
}
