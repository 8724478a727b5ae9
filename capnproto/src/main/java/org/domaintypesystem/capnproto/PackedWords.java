package org.domaintypesystem.capnproto;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.domaintypesystem.codec.DecodeException;

/** Unpacks the words of a stream, see {@link Packing}. */
final class PackedWords {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int next;
    private int limit;

    /** Words of zeros that are still to come of a run. */
    private int zeroWords;
    /** Words as they are that are still to come of a run. */
    private int plainWords;

    PackedWords(InputStream in) {
        this.in = in;
    }

    /** Whether the stream has ended. To be asked where no run is under way. */
    boolean atEnd() throws IOException {
        return next == limit && !fill();
    }

    /** Whether a run goes on behind the words that were unpacked so far. */
    boolean inRun() {
        return zeroWords + plainWords > 0;
    }

    /**
     * Unpacks words.
     *
     * @throws DecodeException if the stream ends before
     */
    void unpack(byte[] out, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int words = (to - at) / Long.BYTES;
            if (zeroWords > 0) {
                int run = Math.min(zeroWords, words);
                Arrays.fill(out, at, at + run * Long.BYTES, (byte) 0);
                zeroWords -= run;
                at += run * Long.BYTES;
            } else if (plainWords > 0) {
                int run = Math.min(plainWords, words);
                copy(out, at, at + run * Long.BYTES);
                plainWords -= run;
                at += run * Long.BYTES;
            } else {
                unpackWord(out, at);
                at += Long.BYTES;
            }
        }
    }

    private void unpackWord(byte[] out, int at) throws IOException {
        int tag = nextByte();
        for (int i = 0; i < Long.BYTES; i++) {
            out[at + i] = (tag >>> i & 1) == 0 ? 0 : (byte) nextByte();
        }
        if (tag == Packing.NO_BYTE) {
            zeroWords = nextByte();
        } else if (tag == Packing.ALL_BYTES) {
            plainWords = nextByte();
        }
    }

    private void copy(byte[] out, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            require();
            int part = Math.min(to - at, limit - next);
            System.arraycopy(buffer, next, out, at, part);
            next += part;
            at += part;
        }
    }

    private int nextByte() throws IOException {
        require();
        return buffer[next++] & 0xFF;
    }

    private void require() throws IOException {
        if (next == limit && !fill()) {
            throw new DecodeException("the stream ends within a message");
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
