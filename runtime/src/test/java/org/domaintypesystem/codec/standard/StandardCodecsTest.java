package org.domaintypesystem.codec.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codecs that are written by hand do what generated ones would, by schemas that lie in the jar. */
class StandardCodecsTest {
    private static final Path SCHEMAS = Path.of("src", "main", "resources", "META-INF", "dts");
    private static final int VALUES = 200;
    private static final int VALUES_FOR_TOOL = 15;

    /** A codec and values for it. */
    record Case(StructCodec<Object> codec, Function<Random, Object> values) {
        @SuppressWarnings("unchecked")
        static <T> Case of(StructCodec<T> codec, Function<Random, T> values) {
            return new Case((StructCodec<Object>) codec, values::apply);
        }

        String file() {
            return codec.type().name().replace('.', '/') + ".capnp";
        }

        String name() {
            return codec.type().name().substring("dts.".length());
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of(UuidCodec.INSTANCE, StandardValues::uuid),
                Case.of(BigDecimalCodec.INSTANCE, StandardValues::decimal),
                Case.of(LocalDateTimeCodec.INSTANCE, StandardValues::local),
                Case.of(OffsetDateTimeCodec.INSTANCE, StandardValues::offset),
                Case.of(ZonedDateTimeCodec.INSTANCE, StandardValues::zoned));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCodecIsThatOfItsSchema(Case standard) throws IOException {
        String text = Files.readString(SCHEMAS.resolve(standard.file()));
        SchemaFile file = CapnpReader.readFile(standard.file(), path -> path.equals(standard.file()) ? text : null);
        assertThat(file.id()).isEqualTo(TypeIds.fileId(standard.file()));
        assertThat(file.root().name().qualified())
                .isEqualTo(standard.codec().type().name());
        assertThat(file.root().id())
                .isEqualTo(TypeIds.typeId(file.root().name()))
                .isEqualTo(standard.codec().type().typeId());
        assertThat(standard.codec().type().schemaId())
                .isEqualTo(SchemaFingerprint.schemaId(Schema.of(file.root(), List.of())));
        StructLayout layout = StructLayout.of((Node.StructNode) file.root());
        byte[] message = encode(standard.codec(), standard.values().apply(new Random(1)));
        assertThat(Arrays.copyOfRange(message, 12, 16))
                .as("sizes in the pointer to it")
                .containsExactly(layout.dataWords(), 0, layout.pointerCount(), 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCodecCarriesTheFile(Case standard) throws IOException {
        assertThat(StructCodec.class.getClassLoader().getResource("META-INF/dts/" + standard.file()))
                .isNotNull();
        CompiledSchema carried = standard.codec().getClass().getAnnotation(CompiledSchema.class);
        assertThat(carried.file()).isEqualTo(standard.file());
        assertThat(carried.text()).isEqualTo(Files.readString(SCHEMAS.resolve(standard.file())));
        assertThat(TypeDescriptor.of(standard.codec().type().schema()))
                .isEqualTo(standard.codec().type());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesGoRound(Case standard) {
        for (int seed = 0; seed < VALUES; seed++) {
            Object value = standard.values().apply(new Random(seed));
            byte[] message = encode(standard.codec(), value);
            assertThat(standard.codec().decode(message, 0, message.length))
                    .as("seed %d", seed)
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("capnp")
    void theToolReadsWhatIsWrittenAndWritesWhatIsRead(Case standard) {
        CapnpTool tool = CapnpTool.in(SCHEMAS);
        assertThat(tool.compile("-", List.of(standard.file()))).isNotEmpty();
        for (int seed = 0; seed < VALUES_FOR_TOOL; seed++) {
            Object value = standard.values().apply(new Random(seed));
            String text = tool.decode(standard.file(), standard.name(), encode(standard.codec(), value));
            StandardValues.fields(value)
                    .forEach((field, content) -> assertThat(text).contains(field + " = " + content));
            byte[] written = tool.encode(standard.file(), standard.name(), text);
            assertThat(standard.codec().decode(written, 0, written.length))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(value);
        }
    }

    @Test
    void anHourThatIsTwiceKeepsItsOffset() {
        ZonedDateTime first = ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]");
        ZonedDateTime second = first.withLaterOffsetAtOverlap();
        assertThat(second).isNotEqualTo(first);
        for (ZonedDateTime value : List.of(first, second)) {
            byte[] message = encode(ZonedDateTimeCodec.INSTANCE, value);
            assertThat(ZonedDateTimeCodec.INSTANCE.decode(message, 0, message.length))
                    .isEqualTo(value);
        }
    }

    @Test
    @Tag("capnp")
    void whatIsNoTimeIsRefused() {
        refused(LocalDateTimeCodec.INSTANCE, "epochDay = 9000000000000", "dts.LocalDateTime.epochDay holds day 9000");
        refused(LocalDateTimeCodec.INSTANCE, "nanoOfDay = -1", "dts.LocalDateTime.nanoOfDay holds -1 ns");
        refused(LocalDateTimeCodec.INSTANCE, "nanoOfDay = 86400000000000", "dts.LocalDateTime.nanoOfDay holds 864");
        refused(OffsetDateTimeCodec.INSTANCE, "offsetSeconds = 64801", "dts.OffsetDateTime.offsetSeconds holds 64801");
        refused(ZonedDateTimeCodec.INSTANCE, "zone = \"Earth/Atlantis\"", "dts.ZonedDateTime.zone holds 'Earth/Atl");
        refused(ZonedDateTimeCodec.INSTANCE, "zone = \"\"", "dts.ZonedDateTime.zone holds ''");
        refused(
                ZonedDateTimeCodec.INSTANCE,
                "zone = \"Europe/Berlin\", epochDay = 20000",
                "dts.ZonedDateTime holds 2024-10-04T00:00 at offset Z in zone Europe/Berlin");
        refused(BigDecimalCodec.INSTANCE, "unscaled = \"\"", "dts.Decimal.unscaled holds no byte");
    }

    @Test
    void whatIsAbsentIsZero() {
        assertThat(empty(UuidCodec.INSTANCE)).isEqualTo(new UUID(0, 0));
        assertThat(empty(BigDecimalCodec.INSTANCE)).isEqualTo(java.math.BigDecimal.ZERO);
        assertThat(empty(LocalDateTimeCodec.INSTANCE)).isEqualTo(LocalDateTime.parse("1970-01-01T00:00"));
        assertThat(empty(OffsetDateTimeCodec.INSTANCE)).isEqualTo(OffsetDateTime.parse("1970-01-01T00:00Z"));
        assertThat(empty(ZonedDateTimeCodec.INSTANCE)).isEqualTo(ZonedDateTime.parse("1970-01-01T00:00Z"));
    }

    private static <T> T empty(StructCodec<T> codec) {
        byte[] message = {0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        return codec.decode(message, 0, message.length);
    }

    private static void refused(StructCodec<?> codec, String text, String because) {
        String name = codec.type().name().substring("dts.".length());
        byte[] message = CapnpTool.in(SCHEMAS).encode("dts/" + name + ".capnp", name, '(' + text + ')');
        assertThatThrownBy(() -> codec.decode(message, 0, message.length))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(because);
    }

    private static <T> byte[] encode(StructCodec<T> codec, T value) {
        byte[] buffer = new byte[1 << 12];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }
}
