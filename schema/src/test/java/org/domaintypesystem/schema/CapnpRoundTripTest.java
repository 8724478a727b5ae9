package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.junit.jupiter.api.Test;

class CapnpRoundTripTest {
    private static final long SEEDS = 60;

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
                assertThat(List.copyOf(read.nodes()))
                        .as("seed %d, %s", seed, file.path())
                        .isEqualTo(List.copyOf(expected.nodes()));
                assertThat(SchemaFingerprint.schemaId(read)).isEqualTo(SchemaFingerprint.schemaId(expected));
            }
        }
    }

    @Test
    void damagedTextIsReadOrRefusedWithItsPlace() {
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Map<String, String> texts = RandomSchemas.texts(RandomSchemas.files(seed));
            String path = texts.keySet().iterator().next();
            String original = texts.get(path);
            for (int i = 0; i < 20; i++) {
                texts.put(path, damage(original, random));
                try {
                    CapnpReader.read(path, texts::get);
                } catch (SchemaSyntaxException e) {
                    assertThat(e.line()).isPositive();
                    assertThat(e.column()).isPositive();
                    refused++;
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", damage " + i + ":\n" + texts.get(path), e);
                }
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static String damage(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(20));
        switch (random.nextInt(4)) {
            case 0:
                return text.substring(0, from);
            case 1:
                return text.substring(0, from) + text.substring(to);
            case 2:
                return text.substring(0, to) + text.substring(from);
            default:
                String signs = "@:;{}().,=$#\"\n Aa0_\\\u00e9";
                return text.substring(0, from)
                        + signs.charAt(random.nextInt(signs.length()))
                        + text.substring(from + 1);
        }
    }
}
