package org.domaintypesystem.codec.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** A {@link BigDecimal} with its scale: 1.0 and 1.00 are not the same. */
@CompiledSchema(file = "dts/Decimal.capnp", text = """
                # dts.Decimal

                @0xeaba67df6c955434;

                struct Decimal @0xf5f8f193a45e7aa8 {
                  # A decimal number of any size: unscaled / 10^scale.
                  unscaled @0 :Data;
                    # Two's complement, big-endian; absent for 0.
                  scale @1 :Int32;
                }
                """)
public final class BigDecimalCodec extends StructCodec<BigDecimal> {
    public static final BigDecimalCodec INSTANCE = new BigDecimalCodec();

    private BigDecimalCodec() {
        super(new TypeDescriptor("dts.Decimal", 0xf5f8_f193_a45e_7aa8L, 0x75ef_7525_02ec_c146L, BigDecimalCodec.class));
    }

    @Override
    protected int dataWords() {
        return 1;
    }

    @Override
    protected int pointers() {
        return 1;
    }

    @Override
    protected int writeBody(BigDecimal value, byte[] out, int struct, int end, int limit) {
        WireWriter.int64(out, struct, value.scale() & 0xFFFF_FFFFL);
        return WireWriter.data(out, struct + 8, value.unscaledValue().toByteArray(), end, limit);
    }

    @Override
    public BigDecimal read(WireReader in, long struct) {
        byte[] unscaled = in.data(struct, 0);
        if (unscaled != null && unscaled.length == 0) {
            throw new DecodeException("dts.Decimal.unscaled holds no byte, and a number has at least one");
        }
        return new BigDecimal(unscaled == null ? BigInteger.ZERO : new BigInteger(unscaled), in.int32(struct, 0));
    }
}
