package org.domaintypesystem.benchmarks.bus;

/**
 * What one listener saw.
 *
 * @param perSecond messages that arrived
 * @param lossPercent how many of those sent did not
 */
record Throughput(double perSecond, double lossPercent) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;

    static Throughput of(long received, long sent, long nanos) {
        return new Throughput(received * NANOS_PER_SECOND / nanos, sent == 0 ? 0 : (sent - received) * PERCENT / sent);
    }
}
