package org.domaintypesystem.codec.standard;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/**
 * A {@link ZonedDateTime} as a day, the nanoseconds of that day, the offset, and the zone. A date and a time that a zone does
 * not have at that offset are refused, as the time zone data of this Java has it.
 */
@CompiledSchema(file = "dts/ZonedDateTime.capnp", text = """
                # dts.ZonedDateTime

                @0xb8a9ad53cb96a23e;

                struct ZonedDateTime @0xea5b3c48c81b6b9f {
                  # A date and a time of day in a time zone. The offset tells the hour that a zone has twice when its clocks go back.
                  epochDay @0 :Int64;
                    # Days since 1970-01-01, as the calendar there says.
                  nanoOfDay @1 :Int64;
                    # Nanoseconds since midnight, as the clock there says.
                  offsetSeconds @2 :Int32;
                    # Seconds that the clock there is ahead of UTC.
                  zone @3 :Text;
                    # Id of the zone, for example Europe/Berlin; absent for the offset alone.
                }
                """)
public final class ZonedDateTimeCodec extends StructCodec<ZonedDateTime> {
    public static final ZonedDateTimeCodec INSTANCE = new ZonedDateTimeCodec();

    private ZonedDateTimeCodec() {
        super(new TypeDescriptor(
                "dts.ZonedDateTime", 0xea5b_3c48_c81b_6b9fL, 0xf182_cac6_39bd_3bf5L, ZonedDateTimeCodec.class));
    }

    @Override
    protected int dataWords() {
        return 3;
    }

    @Override
    protected int pointers() {
        return 1;
    }

    @Override
    protected int writeBody(ZonedDateTime value, byte[] out, int struct, int end, int limit) {
        LocalDateTimeCodec.write(value.toLocalDateTime(), out, struct);
        OffsetDateTimeCodec.write(value.getOffset(), out, struct);
        return WireWriter.text(out, struct + 24, value.getZone().getId(), end, limit, "dts.ZonedDateTime.zone");
    }

    @Override
    public ZonedDateTime read(WireReader in, long struct) {
        LocalDateTime local = LocalDateTimeCodec.read(in, struct, "dts.ZonedDateTime");
        ZoneOffset offset = OffsetDateTimeCodec.offset(in, struct, "dts.ZonedDateTime");
        ZoneId zone = Texts.zoneId(in.text(struct, 0), "dts.ZonedDateTime.zone");
        boolean isOffsetAlone = zone == null || zone.equals(offset);
        try {
            // Its text form shows a zone that is another object than the offset, even if they are equal.
            return ZonedDateTime.ofStrict(local, offset, isOffsetAlone ? offset : zone);
        } catch (DateTimeException e) {
            throw new DecodeException("dts.ZonedDateTime holds %s at offset %s in zone %s, which has no such time"
                    .formatted(local, offset, zone));
        }
    }
}
