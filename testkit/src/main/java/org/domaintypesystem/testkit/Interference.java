package org.domaintypesystem.testkit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.domaintypesystem.DtsBuilder;
import org.domaintypesystem.spi.Environment;

/**
 * Has datagrams of nodes on a real network get lost, come twice or come later, for tests of whole programs.
 *
 * <pre>{@code
 * Interference interference = Interference.seeded(42).loss(0.1);
 * Dts dts = Dts.builder().environment(interference).join();
 * }</pre>
 *
 * <p>It disturbs the node that is built with it, and no other: what one node does not receive, others do. What a node publishes
 * comes to its own listeners by the network, too. Of several nodes that are built with the same one, each is disturbed in its own
 * way, which follows from seed and name; what becomes of a program still depends on when its datagrams come.
 *
 * <p>Nothing is disturbed at first. For any thread, also while nodes use it.
 */
public final class Interference implements UnaryOperator<Environment> {
    private static final String LOSS = "dts.loss";
    private static final String SEED = "dts.seed";

    /** Losses for each datagram that is disturbed in another way, in {@link #ofProcess}. */
    private static final int LOSSES_FOR_EACH_OTHER = 5;

    final LongAdder lost = new LongAdder();
    final LongAdder duplicated = new LongAdder();
    final LongAdder delayed = new LongAdder();
    private final long seed;
    private volatile double loss;
    private volatile double lossOfSent;
    private volatile double duplication;
    private volatile double reordering;

    private Interference(long seed) {
        this.seed = seed;
    }

    /** One that disturbs nothing yet. */
    public static Interference seeded(long seed) {
        return new Interference(seed);
    }

    /**
     * What this process was told: the system property {@code dts.loss} is the share of datagrams that get lost, 0 to 1, nothing
     * if it is not set. A fifth as many come twice, and as many later than others. The seed is {@code dts.seed}, or made up.
     *
     * @throws IllegalArgumentException if a property is set, and not to a number
     */
    public static Interference ofProcess() {
        String told = System.getProperty(LOSS, "0");
        try {
            double share = Double.parseDouble(told);
            double others = share / LOSSES_FOR_EACH_OTHER;
            return seeded(Long.getLong(SEED, ThreadLocalRandom.current().nextLong()))
                    .loss(share)
                    .duplication(others)
                    .reordering(others);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(LOSS + " is '" + told + "', expected a share, 0 to 1", e);
        }
    }

    /**
     * Loses datagrams that come in.
     *
     * @param probability for each, 0 to 1
     */
    public Interference loss(double probability) {
        loss = LinkSettings.checked(probability);
        return this;
    }

    /**
     * Loses datagrams that the node sends, so that nobody receives them. The node does not notice.
     *
     * @param probability for each, 0 to 1
     */
    public Interference lossOfSent(double probability) {
        lossOfSent = LinkSettings.checked(probability);
        return this;
    }

    /**
     * Has datagrams come in twice, the second time behind some of those that follow.
     *
     * @param probability for each, 0 to 1
     */
    public Interference duplication(double probability) {
        duplication = LinkSettings.checked(probability);
        return this;
    }

    /**
     * Has datagrams come in behind some of those that follow, a few milliseconds late if none do.
     *
     * @param probability for each, 0 to 1
     */
    public Interference reordering(double probability) {
        reordering = LinkSettings.checked(probability);
        return this;
    }

    /** Datagrams that got lost. */
    public long lost() {
        return lost.sum();
    }

    /** Datagrams that came twice. */
    public long duplicated() {
        return duplicated.sum();
    }

    /** Datagrams that came later. */
    public long delayed() {
        return delayed.sum();
    }

    /** The same environment, disturbed. For {@link DtsBuilder#environment(UnaryOperator)}. */
    @Override
    public Environment apply(Environment environment) {
        return new DisturbedEnvironment(environment, this);
    }

    double loss() {
        return loss;
    }

    double lossOfSent() {
        return lossOfSent;
    }

    double duplication() {
        return duplication;
    }

    double reordering() {
        return reordering;
    }

    Chance chance(String node) {
        return new Chance(new Chance(seed ^ node.hashCode()).next());
    }

    @Override
    public String toString() {
        return "loss of %s, %s of what is sent, duplication of %s, reordering of %s"
                .formatted(loss, lossOfSent, duplication, reordering);
    }
}
