package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many bytes of one stream may be sent again: at once as many as are kept; in the long run twice as many as were sent for the
 * first time and some more for each second, and half of that to one who asks, so that others get something, too. For one thread
 * at a time.
 */
final class RepairBudget {
    /** For each byte that was sent for the first time. */
    static final int FACTOR = 2;

    /** In nanoseconds: a byte for each of these makes 2 MB a second. */
    static final long NANOS_PER_BYTE = 500;

    /** In bytes: what is left after a while, however little is kept. */
    static final long LEAST = 1 << 16;

    /** How many who ask are told apart, those who have asked last. */
    static final int MAX_SOURCES = 64;

    private static final class Share {
        private long left;
        private long granted;

        Share(long left, long granted) {
            this.left = left;
            this.granted = granted;
        }

        void gain(long grantedNow, long most) {
            left = Math.min(most, left + grantedNow - granted);
            granted = grantedNow;
        }
    }

    /** The ones who have asked lately come last. */
    private final Map<SocketAddress, Share> shares = new LinkedHashMap<>(16, 0.75f, true);

    private final Share whole = new Share(LEAST, 0);
    private boolean hasBegun;
    private long begin;

    /**
     * Takes what a datagram needs.
     *
     * @param sent how many bytes have been sent for the first time
     * @param kept how many bytes are kept
     * @return false if not so much is left
     */
    boolean take(SocketAddress source, int bytes, long sent, long kept, long now) {
        if (!hasBegun) {
            hasBegun = true;
            begin = now;
        }
        long granted = sent * FACTOR + (now - begin) / NANOS_PER_BYTE;
        long most = Math.max(LEAST, kept);
        whole.gain(granted, most);
        Share share = shares.get(source);
        if (share == null) {
            share = new Share(most, granted / 2);
            shares.put(source, share);
            if (shares.size() > MAX_SOURCES) {
                shares.remove(shares.keySet().iterator().next());
            }
        }
        share.gain(granted / 2, most);
        if (whole.left < bytes || share.left < bytes) {
            return false;
        }
        whole.left -= bytes;
        share.left -= bytes;
        return true;
    }

    /** How many who have asked are told apart. */
    int sources() {
        return shares.size();
    }
}
