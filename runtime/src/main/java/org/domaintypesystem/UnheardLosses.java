package org.domaintypesystem;

/** Says what listeners that do not care for losses have lost, so that no loss goes unnoticed. */
final class UnheardLosses {
    private static final RateLimitedLog LOG = new RateLimitedLog(System::nanoTime);

    private UnheardLosses() {}

    static void warn(Loss loss) {
        LOG.warn(() -> "lost " + loss + "; a Listener with onLoss hears of every loss", null);
    }
}
