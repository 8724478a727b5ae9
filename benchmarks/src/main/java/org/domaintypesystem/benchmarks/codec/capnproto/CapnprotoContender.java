package org.domaintypesystem.benchmarks.codec.capnproto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.Serialize;
import org.capnproto.Text;
import org.domaintypesystem.benchmarks.codec.Contender;

/** Builds in the buffer itself, behind the framing, so that nothing is copied and one segment holds every message. */
abstract class CapnprotoContender extends Contender {
    private static final int FRAMING = 8;

    private final ByteBuffer bytes = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer segment =
            ByteBuffer.wrap(buffer, FRAMING, buffer.length - FRAMING).slice();
    private int used;

    @Override
    public final int encode() {
        // A segment that is used again must be zero.
        Arrays.fill(buffer, 0, used, (byte) 0);
        MessageBuilder message = new MessageBuilder(segment);
        build(message);
        int size = message.getSegmentsForOutput()[0].limit();
        bytes.putInt(4, size / 8);
        used = FRAMING + size;
        return used;
    }

    abstract void build(MessageBuilder message);

    final MessageReader message(int length) {
        try {
            return Serialize.read(bytes.limit(length).position(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long text(Text.Reader text) {
        return (long) text.size() + text.buffer.get(text.offset);
    }
}
