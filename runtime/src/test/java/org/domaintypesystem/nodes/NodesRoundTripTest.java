package org.domaintypesystem.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Test;

/** What is written is read as it was. */
class NodesRoundTripTest {
    private static final int SEEDS = 300;

    @Test
    void samples() {
        Declarations.schemas(SampleSchemas.ALL).forEach(NodesRoundTripTest::assertGoesRound);
    }

    @Test
    void randomSchemas() {
        int verified = 0;
        int pinned = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Schema schema : Declarations.random(seed)) {
                if (schema.root() instanceof Node.StructNode) {
                    if (assertGoesRound(schema)) {
                        verified++;
                    } else {
                        pinned++;
                    }
                }
            }
        }
        assertThat(verified).isGreaterThan(SEEDS);
        assertThat(pinned).isGreaterThan(SEEDS);
    }

    private static boolean assertGoesRound(Schema schema) {
        if (!(schema.root() instanceof Node.StructNode)) {
            return false;
        }
        byte[] message = NodesWriter.message(schema);
        ReceivedSchema read =
                NodesReader.message(message, 0, message.length, schema.root().id(), SchemaFingerprint.schemaId(schema));
        assertThat(Declarations.travelling(read.schema())).isEqualTo(Declarations.travelling(schema));
        assertThat(read.schema().root().name()).isEqualTo(schema.root().name());
        assertThat(read.idVerified())
                .isEqualTo(schema.root().id() == TypeIds.typeId(schema.root().name()));
        return read.idVerified();
    }
}
