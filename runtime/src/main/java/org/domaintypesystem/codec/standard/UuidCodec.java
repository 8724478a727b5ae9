package org.domaintypesystem.codec.standard;

import java.util.UUID;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** A {@link UUID} as two numbers. */
@CompiledSchema(file = "dts/Uuid.capnp", text = """
                # dts.Uuid

                @0xda2968a2028fac7b;

                struct Uuid @0xbb96881722645952 {
                  # A UUID, in two halves.
                  hi @0 :UInt64;
                    # The bits that are written first.
                  lo @1 :UInt64;
                }
                """)
public final class UuidCodec extends StructCodec<UUID> {
    public static final UuidCodec INSTANCE = new UuidCodec();

    private UuidCodec() {
        super(new TypeDescriptor("dts.Uuid", 0xbb96_8817_2264_5952L, 0x36a9_91e9_4aae_228dL, UuidCodec.class));
    }

    @Override
    protected int dataWords() {
        return 2;
    }

    @Override
    protected int pointers() {
        return 0;
    }

    @Override
    protected int writeBody(UUID value, byte[] out, int struct, int end, int limit) {
        WireWriter.int64(out, struct, value.getMostSignificantBits());
        WireWriter.int64(out, struct + 8, value.getLeastSignificantBits());
        return end;
    }

    @Override
    public UUID read(WireReader in, long struct) {
        return new UUID(in.int64(struct, 0), in.int64(struct, 8));
    }
}
