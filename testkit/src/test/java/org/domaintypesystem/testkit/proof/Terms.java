package org.domaintypesystem.testkit.proof;

import java.time.Duration;
import java.util.SplittableRandom;
import org.domaintypesystem.DtsBuilder;
import org.domaintypesystem.Retention;

/**
 * How much nodes keep of what they have sent, and how long others wait for it.
 *
 * @param bytes that are kept
 * @param kept for how long they are
 * @param patience how long others wait
 * @param cut how long, of the time for which a message is kept, two nodes may be cut from each other without any loss; less
 *     than nothing if messages may be lost although they are not
 */
record Terms(long bytes, Duration kept, Duration patience, Duration cut) {
    /**
     * Who is cut off for longer may be forgotten, with what is missing of it then: that is so after 100 seconds, and announcements
     * are up to forty apart.
     */
    static final Duration BEFORE_EXPIRY = Duration.ofSeconds(60);

    /** As long as anything here lasts. */
    private static final Terms AMPLE =
            new Terms(256L << 20, Duration.ofMinutes(50), Duration.ofMinutes(50), BEFORE_EXPIRY);

    /** The defaults. Of ten seconds, eight are enough for thirty requests and as many answers, of which some come through. */
    private static final Terms USUAL =
            new Terms(32L << 20, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(2));

    static Terms draw(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> AMPLE;
            case 2 -> USUAL;
            default ->
                new Terms(
                        (64L << 10) + random.nextInt(512 << 10),
                        Duration.ofMillis(200 + random.nextInt(5000)),
                        Duration.ofMillis(200 + random.nextInt(3000)),
                        Duration.ofNanos(-1));
        };
    }

    void tell(DtsBuilder builder) {
        builder.retention(Retention.of(bytes, kept)).repairTime(patience);
    }

    /** How long a message can be had at least, unless too much is published behind it. */
    Duration least() {
        return kept.compareTo(patience) < 0 ? kept : patience;
    }
}
