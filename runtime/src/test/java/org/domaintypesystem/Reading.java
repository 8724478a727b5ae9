package org.domaintypesystem;

import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** A type as the processor would generate it: {@code struct Reading { number @0 :Int64; text @1 :Text; }}. */
record Reading(long number, String text) {
    static final long TYPE_ID = 0xc4823d37f52fcc19L;
    static final ReadingCodec CODEC = new ReadingCodec(new TypeDescriptor("test.Reading", TYPE_ID, 0x5c5c));

    /** Stateless, but for tests may be of any type id. */
    record ReadingCodec(TypeDescriptor type) implements Codec<Reading> {
        static ReadingCodec numbered(int number) {
            return new ReadingCodec(new TypeDescriptor("test.Reading" + number, Long.MIN_VALUE | number, 1));
        }

        @Override
        public int write(Reading value, byte[] out, int pointer, int end, int limit) {
            if (value == null) {
                WireWriter.nothing(out, pointer);
                return end;
            }
            return writeComponents(value.number(), value.text(), out, pointer, end, limit);
        }

        static int writeComponents(long number, String text, byte[] out, int pointer, int end, int limit) {
            int after = WireWriter.struct(out, pointer, end, 1, 1, limit);
            WireWriter.int64(out, end, number);
            return WireWriter.text(
                    out, end + Long.BYTES, WireWriter.required(text, "Reading.text"), after, limit, "Reading.text");
        }

        @Override
        public Reading read(WireReader in, long struct) {
            String text = in.text(struct, 0);
            return new Reading(in.int64(struct, 0), text == null ? "" : text);
        }
    }

    static final class ReadingPublisher extends Publisher<Reading> {
        ReadingPublisher(Dts dts) {
            super(dts, CODEC);
        }

        ReadingPublisher(Dts dts, Codec<Reading> codec) {
            super(dts, codec);
        }

        boolean publish(long number, String text) {
            Draft draft = begin();
            try {
                draft.end(ReadingCodec.writeComponents(
                        number, text, draft.buffer(), draft.pointer(), draft.start(), draft.limit()));
                return send(draft);
            } catch (OutOfSpaceException full) {
                draft.grow();
            } finally {
                draft.close();
            }
            return publish(number, text);
        }
    }

    static final class ReadingView extends View<ReadingView> {
        long number() {
            return in.int64(struct, 0);
        }

        String text() {
            return in.text(struct, 0);
        }
    }
}
