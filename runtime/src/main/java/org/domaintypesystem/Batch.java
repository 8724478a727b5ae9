package org.domaintypesystem;

/**
 * While it is open, what its thread publishes waits, so that as many messages as fit leave in one datagram: many times the
 * rate of one datagram each, for a thread that publishes in a loop.
 *
 * <pre>{@code
 * try (Batch batch = dts.batch()) {
 *     for (Reading reading : readings) {
 *         publisher.publish(reading);
 *     }
 * }
 * }</pre>
 *
 * <p>What waits leaves at the latest when the batch is closed, and before that when much has gathered, another thread
 * publishes or the node has something to say itself, such as what it publishes. Batches of one thread may be nested; the outermost one counts. For the thread that opened it.
 */
public final class Batch implements AutoCloseable {
    private final Dts dts;
    private final Draft.Scratch scratch;
    private boolean open = true;

    Batch(Dts dts, Draft.Scratch scratch) {
        this.dts = dts;
        this.scratch = scratch;
        scratch.openBatch();
    }

    /**
     * Sends what waits. Again does nothing.
     *
     * @throws IllegalStateException on another thread than the one that opened it
     */
    @Override
    public void close() {
        if (scratch != Draft.Scratch.ofThread()) {
            throw new IllegalStateException("a batch is closed by the thread that opened it");
        }
        if (open) {
            open = false;
            if (scratch.closeBatch()) {
                dts.flush();
            }
        }
    }
}
