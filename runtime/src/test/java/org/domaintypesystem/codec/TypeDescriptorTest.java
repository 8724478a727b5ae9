package org.domaintypesystem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.junit.jupiter.api.Test;

class TypeDescriptorTest {
    private static final String TANK_TEXT = """
            @0xa1fbab4ea5c4bdc6;
            using import "/lab/Gauge.capnp".Gauge;
            struct Tank { level @0 :Gauge; next @1 :Tank; }
            """;
    private static final String GAUGE_TEXT = "@0xb1fbab4ea5c4bdc6; struct Gauge { value @0 :Float64; }";
    private static final Schema TANK =
            CapnpReader.read("lab/Tank.capnp", file -> file.equals("lab/Tank.capnp") ? TANK_TEXT : GAUGE_TEXT);

    @CompiledSchema(file = "lab/Tank.capnp", text = TANK_TEXT, uses = GaugeCodec.class)
    private static final class TankCodec {}

    /** Refers to those that refer to it. */
    @CompiledSchema(file = "lab/Gauge.capnp", text = GAUGE_TEXT, uses = TankCodec.class)
    private static final class GaugeCodec {}

    @CompiledSchema(file = "lab/Tank.capnp", text = TANK_TEXT, uses = OldCodec.class)
    private static final class TankOfOldCodec {}

    private static final class OldCodec {}

    @Test
    void theSchemaIsThatOfTheCodec() {
        TypeDescriptor type = tank(TankCodec.class);
        assertThat(SchemaFingerprint.lines(type.schema())).isEqualTo(SchemaFingerprint.lines(TANK));
        assertThat(type.schema().root().name().qualified()).isEqualTo("lab.Tank");
    }

    @Test
    void aTypeWithoutACodecIsMadeOfItsSchema() {
        TypeDescriptor type = TypeDescriptor.of(TANK);
        assertThat(type.schema()).isSameAs(TANK);
        assertThat(type).isEqualTo(tank(TankCodec.class)).hasSameHashCodeAs(tank(TankCodec.class));
        assertThat(type.schemaId()).isEqualTo(SchemaFingerprint.schemaId(TANK));
    }

    @Test
    void idsAndNameMakeADescriptor() {
        TypeDescriptor type = new TypeDescriptor("lab.Tank", 5, 6);
        assertThat(type)
                .isEqualTo(new TypeDescriptor("lab.Tank", 5, 6, TankCodec.class))
                .isNotEqualTo(new TypeDescriptor("lab.Tank", 5, 7))
                .isNotEqualTo(new TypeDescriptor("lab.Tank", 6, 6))
                .isNotEqualTo(new TypeDescriptor("lab.Tub", 5, 6));
    }

    @Test
    void threadsGetOneSchema() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                TypeDescriptor type = tank(TankCodec.class);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Schema>> schemas = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    schemas.add(threads.submit(() -> {
                        start.await();
                        return type.schema();
                    }));
                }
                start.countDown();
                for (Future<Schema> schema : schemas) {
                    assertThat(schema.get()).isSameAs(type.schema());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatHasNoSchemaSaysSo() {
        refused(new TypeDescriptor("lab.Tank", 5, 6), "the schema of lab.Tank is not known here");
        refused(tank(OldCodec.class), "OldCodec carries none; compile its type again");
        refused(tank(TankOfOldCodec.class), "a type that it refers to is missing", "lab/Gauge.capnp");
        refused(new TypeDescriptor("lab.Tank", TANK.root().id(), 6, TankCodec.class), "compile lab.Tank again");
        refused(
                new TypeDescriptor("lab.Tank", 5, SchemaFingerprint.schemaId(TANK), TankCodec.class),
                "compile lab.Tank again");
    }

    private static TypeDescriptor tank(Class<?> codec) {
        return new TypeDescriptor("lab.Tank", TANK.root().id(), SchemaFingerprint.schemaId(TANK), codec);
    }

    private static void refused(TypeDescriptor type, String... because) {
        assertThatThrownBy(type::schema)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(because);
    }
}
