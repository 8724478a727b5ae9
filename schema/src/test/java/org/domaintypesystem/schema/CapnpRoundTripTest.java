package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapnpRoundTripTest {
    private static final long SEEDS = 300;

    @Test
    void readingGivesWhatWasWritten() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<SchemaFile> files = RandomSchemas.files(seed);
            Map<String, String> texts = RandomSchemas.texts(files);
            for (SchemaFile file : files) {
                assertThat(CapnpReader.readFile(file.path(), texts::get))
                        .as("seed %d, %s", seed, file.path())
                        .isEqualTo(file);
            }
        }
    }

    @Test
    void readingASchemaFindsAllThatCanBeReached() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<SchemaFile> files = RandomSchemas.files(seed);
            List<Node> roots = files.stream().map(SchemaFile::root).toList();
            Map<String, String> texts = RandomSchemas.texts(files);
            for (SchemaFile file : files) {
                Schema expected = Schema.of(file.root(), roots);
                Schema read = CapnpReader.read(file.path(), texts::get);
                assertThat(read.root()).as("seed %d, %s", seed, file.path()).isEqualTo(expected.root());
                assertThat(read.nodes())
                        .as("seed %d, %s", seed, file.path())
                        .containsExactlyElementsOf(expected.nodes());
                assertThat(SchemaFingerprint.schemaId(read)).isEqualTo(SchemaFingerprint.schemaId(expected));
            }
        }
    }
}
