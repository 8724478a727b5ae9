package org.domaintypesystem.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.SchemaComparer;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random legal edits of random types: each version reads the other one's values, by the numbers of the properties. */
class RandomEvolutionTest {
    private static final int VALUES = 40;
    private static final int VALUES_FOR_TOOL = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    @Tag("capnp")
    void everyVersionReadsEveryOther(long seed, @TempDir Path folder) throws IOException {
        RandomVersions versions = new RandomVersions(seed);
        Version older = Version.of(versions.sources());
        NumberedContent olderContent = versions.content();
        versions.evolve();
        Version newer = Version.of(versions.sources());
        NumberedContent newerContent = versions.content();
        assertThat(SchemaComparer.compare(older.files(), newer.files())).noneMatch(Compatibility.FULL::refuses);
        for (int i = 0; i < VALUES; i++) {
            RandomValues values = RandomValues.of(i);
            pass(values.value(older.rootClass()), older, olderContent, newer, newerContent);
            pass(values.value(newer.rootClass()), newer, newerContent, older, olderContent);
        }
        Path newerFolder = Files.createDirectory(folder.resolve("newer"));
        newer.writeSchemas(newerFolder);
        Path olderFolder = Files.createDirectory(folder.resolve("older"));
        older.writeSchemas(olderFolder);
        for (int i = 0; i < VALUES_FOR_TOOL; i++) {
            Object sent = RandomValues.forText(i).value(older.rootClass());
            String text = CapnpTool.in(newerFolder).decode("lab/Vat.capnp", "Vat", older.encode(sent));
            byte[] copy = CapnpTool.in(newerFolder).encode("lab/Vat.capnp", "Vat", text);
            assertThat(withoutNegativeZero(newerContent.of(newer.decode(copy))))
                    .as(text)
                    .isEqualTo(withoutNegativeZero(newerContent.read(olderContent.of(sent), olderContent)));
            byte[] fromNewer = newer.encode(RandomValues.forText(i).value(newer.rootClass()));
            assertThat(CapnpTool.in(olderFolder).decode("lab/Vat.capnp", "Vat", fromNewer))
                    .startsWith("(");
        }
    }

    private static void pass(
            Object sent, Version writer, NumberedContent ofWriter, Version reader, NumberedContent ofReader) {
        byte[] message = writer.encode(sent);
        Object received = reader.decode(message);
        assertThat(ofReader.of(received)).isEqualTo(ofReader.read(ofWriter.of(sent), ofWriter));
        ViewContent.compare(reader.view(message), received);
    }

    /** The tool prints a negative zero as -0 and reads that as an integer. */
    private static String withoutNegativeZero(Object content) {
        return content.toString()
                .replace("float " + Integer.MIN_VALUE, "float 0")
                .replace("double " + Long.MIN_VALUE, "double 0");
    }
}
