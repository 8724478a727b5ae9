package org.domaintypesystem.codec.standard;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** An {@link OffsetDateTime} as a day, the nanoseconds of that day, and the offset. */
@CompiledSchema(file = "dts/OffsetDateTime.capnp", text = """
                # dts.OffsetDateTime

                @0xd57e2396a818d18f;

                struct OffsetDateTime @0x84e2ac621511fdf8 {
                  # A date and a time of day at an offset from UTC.
                  epochDay @0 :Int64;
                    # Days since 1970-01-01, as the calendar there says.
                  nanoOfDay @1 :Int64;
                    # Nanoseconds since midnight, as the clock there says.
                  offsetSeconds @2 :Int32;
                    # Seconds that the clock there is ahead of UTC.
                }
                """)
public final class OffsetDateTimeCodec extends StructCodec<OffsetDateTime> {
    public static final OffsetDateTimeCodec INSTANCE = new OffsetDateTimeCodec();

    private OffsetDateTimeCodec() {
        super(new TypeDescriptor(
                "dts.OffsetDateTime", 0x84e2_ac62_1511_fdf8L, 0x9e71_807a_763c_61e0L, OffsetDateTimeCodec.class));
    }

    @Override
    protected int dataWords() {
        return 3;
    }

    @Override
    protected int pointers() {
        return 0;
    }

    @Override
    protected int writeBody(OffsetDateTime value, byte[] out, int struct, int end, int limit) {
        LocalDateTimeCodec.write(value.toLocalDateTime(), out, struct);
        write(value.getOffset(), out, struct);
        return end;
    }

    @Override
    public OffsetDateTime read(WireReader in, long struct) {
        return OffsetDateTime.of(
                LocalDateTimeCodec.read(in, struct, "dts.OffsetDateTime"), offset(in, struct, "dts.OffsetDateTime"));
    }

    /** Writes the third word of every struct that holds an offset. */
    static void write(ZoneOffset offset, byte[] out, int struct) {
        WireWriter.int64(out, struct + 16, offset.getTotalSeconds() & 0xFFFF_FFFFL);
    }

    /** Reads the third word of every struct that holds an offset. */
    static ZoneOffset offset(WireReader in, long struct, String type) {
        int seconds = in.int32(struct, 16);
        try {
            return ZoneOffset.ofTotalSeconds(seconds);
        } catch (DateTimeException e) {
            throw new DecodeException(type + ".offsetSeconds holds " + seconds + ", more than 18 hours");
        }
    }
}
