package org.domaintypesystem.codec.standard;

import java.time.LocalDateTime;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** A {@link LocalDateTime} as a day and the nanoseconds of that day. */
@CompiledSchema(file = "dts/LocalDateTime.capnp", text = """
                # dts.LocalDateTime

                @0x93733f383b42fa97;

                struct LocalDateTime @0xd1558678514785aa {
                  # A date and a time of day, wherever that is.
                  epochDay @0 :Int64;
                    # Days since 1970-01-01.
                  nanoOfDay @1 :Int64;
                    # Nanoseconds since midnight.
                }
                """)
public final class LocalDateTimeCodec extends StructCodec<LocalDateTime> {
    public static final LocalDateTimeCodec INSTANCE = new LocalDateTimeCodec();

    private LocalDateTimeCodec() {
        super(new TypeDescriptor(
                "dts.LocalDateTime", 0xd155_8678_5147_85aaL, 0xb8f4_2462_299e_60f3L, LocalDateTimeCodec.class));
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
    protected int writeBody(LocalDateTime value, byte[] out, int struct, int end, int limit) {
        write(value, out, struct);
        return end;
    }

    @Override
    public LocalDateTime read(WireReader in, long struct) {
        return read(in, struct, "dts.LocalDateTime");
    }

    /** Writes the first two words of every struct that holds a date and a time. */
    static void write(LocalDateTime value, byte[] out, int struct) {
        WireWriter.int64(out, struct, value.toLocalDate().toEpochDay());
        WireWriter.int64(out, struct + 8, value.toLocalTime().toNanoOfDay());
    }

    /** Reads the first two words of every struct that holds a date and a time. */
    static LocalDateTime read(WireReader in, long struct, String type) {
        return LocalDateTime.of(
                Times.localDate(in.int64(struct, 0), type + ".epochDay"),
                Times.localTime(in.int64(struct, 8), type + ".nanoOfDay"));
    }
}
