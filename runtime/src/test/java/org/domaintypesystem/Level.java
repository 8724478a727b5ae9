package org.domaintypesystem;

import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** A type that retains its last values, as the processor would generate it: {@code tank @0, version @1 :Int64}. */
record Level(long tank, long version) {
    static final LevelCodec CODEC = new LevelCodec();

    static final class LevelCodec implements Codec<Level>, Keyed<Level> {
        private static final TypeDescriptor TYPE =
                new TypeDescriptor("test.Level", 0xd5d5_1234_5678_9abcL, 0x77).retainingLast();

        @Override
        public TypeDescriptor type() {
            return TYPE;
        }

        @Override
        public int write(Level value, byte[] out, int pointer, int end, int limit) {
            int after = WireWriter.struct(out, pointer, end, 2, 0, limit);
            WireWriter.int64(out, end, value.tank());
            WireWriter.int64(out, end + Long.BYTES, value.version());
            return after;
        }

        @Override
        public Level read(WireReader in, long struct) {
            return new Level(in.int64(struct, 0), in.int64(struct, 8));
        }

        @Override
        public int keyHash(Level value) {
            return Long.hashCode(value.tank());
        }

        @Override
        public boolean sameKey(Level a, Level b) {
            return a.tank() == b.tank();
        }
    }

    static final class LevelPublisher extends Publisher<Level> {
        LevelPublisher(Dts dts) {
            super(dts, CODEC);
        }

        boolean publish(long tank, long version) {
            Draft draft = begin();
            try {
                draft.end(CODEC.write(
                        new Level(tank, version), draft.buffer(), draft.pointer(), draft.start(), draft.limit()));
                return send(draft);
            } finally {
                draft.close();
            }
        }
    }
}
