package org.domaintypesystem.dynamic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;

/** A type with one field of every kind, and versions of it. */
final class Brewery {
    static final String FILE = "brewery/Batch.capnp";
    static final String TYPE = "Batch";

    private static final Path STANDARD = Path.of("src", "main", "resources", "META-INF", "dts");

    static final String BATCH = """
            @0xb4f0b9a0e1d3c001;

            struct Batch @0xb4f0b9a0e1d3c002 {
              started @0 :Bool;
              tank @1 :Int8;
              level @2 :Int16;
              count @3 :Int32;
              at @4 :Int64;
              tankNo @5 :UInt8;
              port @6 :UInt16;
              crc @7 :UInt32;
              serial @8 :UInt64;
              celsius @9 :Float32;
              gravity @10 :Float64;
              name @11 :Text;
              photo @12 :Data;
              style @13 :Style;
              limit :union { none @14 :Void; some @15 :Int32; }
              id @16 :import "/dts/Uuid.capnp".Uuid;
              price @17 :import "/dts/Decimal.capnp".Decimal;
              brewed @18 :import "/dts/LocalDateTime.capnp".LocalDateTime;
              racked @19 :import "/dts/OffsetDateTime.capnp".OffsetDateTime;
              bottled @20 :import "/dts/ZonedDateTime.capnp".ZonedDateTime;
              payment @21 :Payment;
              labels @22 :List(Entry22);
              names @23 :List(Text);
              photos @24 :List(Data);
              steps @25 :List(Step);
              grid @26 :List(List(Int16));
              flags @27 :List(Bool);
              styles @28 :List(Style);
              serials @29 :List(UInt64);
              nothings @30 :List(Void);
              parts @31 :List(Batch);
              anything @32 :AnyPointer;
              ids @33 :List(import "/dts/Uuid.capnp".Uuid);
              layers @34 :List(List(Step));
              counts @35 :List(Entry35);
              nothing @36 :Void;

              enum Style @0xb4f0b9a0e1d3c003 { pilsner @0; paleAle @1; }
              struct Step @0xb4f0b9a0e1d3c004 { celsius @0 :Float64; note @1 :Text; }
              struct Payment @0xb4f0b9a0e1d3c005 {
                union {
                  unset @0 :Void;
                  cash @1 :Cash;
                  card @2 :Card;
                }
              }
              struct Cash @0xb4f0b9a0e1d3c006 {}
              struct Card @0xb4f0b9a0e1d3c007 { number @0 :Text; }
              struct Entry22 @0xb4f0b9a0e1d3c008 { key @0 :Text; value @1 :Int64; }
              struct Entry35 @0xb4f0b9a0e1d3c009 { key @0 :Float64; value @1 :Text; }
            }
            """;

    private Brewery() {}

    static DynamicCodec batch() {
        return DynamicCodec.of(schema(BATCH));
    }

    /** The schema that a text declares in the file of {@code brewery.Batch}. */
    static Schema schema(String text) {
        return CapnpReader.read(FILE, path -> path.equals(FILE) ? text : standard(path));
    }

    private static String standard(String path) {
        try {
            return Files.readString(STANDARD.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the schema with all that it imports, for the reference compiler. */
    static void write(Path folder, String text) throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), text);
        Files.createDirectories(folder.resolve("dts"));
        for (String name : new String[] {"Uuid", "Decimal", "LocalDateTime", "OffsetDateTime", "ZonedDateTime"}) {
            Files.writeString(folder.resolve("dts/" + name + ".capnp"), standard("dts/" + name + ".capnp"));
        }
    }

    static <T> byte[] encode(Codec<T> codec, T value) {
        byte[] buffer = new byte[1 << 18];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }

    static DynamicStruct decode(DynamicCodec codec, byte[] message) {
        return codec.decode(message, 0, message.length);
    }

    static DynamicStruct of(Map<String, ?> fields) {
        DynamicStruct.Builder builder = batch().builder();
        fields.forEach(builder::set);
        return builder.build();
    }
}
