package org.domaintypesystem.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.domaintypesystem.schema.compatibility.SchemaComparer;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may change in a type, from source to bytes: each version reads what the other one wrote. */
class AllowedChangesTest {

    /** Each is compiled once, by the first test that needs it. */
    private static final List<Change> CHANGES = Stream.of(
                    NewFields.changes(), ChangedFields.changes(), ChangedTypes.changes(), NewAlternatives.changes())
            .flatMap(changes -> changes)
            .toList();

    static List<Change> changes() {
        return CHANGES;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachVersionReadsTheOther(Change change) {
        Version older = change.older();
        Version newer = change.newer();
        reads(newer, older.values("Sent"), older);
        reads(older, newer.values("Sent"), newer);
        for (Object value : newer.values("Refused")) {
            byte[] message = newer.encode(value);
            assertThatThrownBy(() -> older.decode(message)).isInstanceOf(DecodeException.class);
        }
    }

    private static void reads(Version reader, List<Object> sent, Version writer) {
        List<Object> expected = reader.values("Expected");
        assertThat(expected).isNotEmpty();
        for (int i = 0; i < sent.size(); i++) {
            byte[] message = writer.encode(sent.get(i));
            Object received = reader.decode(message);
            assertThat(received).usingRecursiveComparison().isEqualTo(expected.get(i));
            ViewContent.compare(reader.view(message), received);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theComparerAllowsIt(Change change) {
        Version older = change.older();
        Version newer = change.newer();
        List<SchemaChange> changes = SchemaComparer.compare(older.files(), newer.files());
        assertThat(changes.stream().map(found -> found.rule().id()))
                .as("%s", changes)
                .containsExactlyInAnyOrderElementsOf(change.rules());
        assertThat(changes).noneMatch(Compatibility.FULL::refuses);
        assertThat(newer.type().typeId()).isEqualTo(older.type().typeId());
        boolean isSameShape =
                SchemaComparer.compare(older.schema(), newer.schema()).isEmpty();
        assertThat(newer.type().schemaId() == older.type().schemaId()).isEqualTo(isSameShape);
    }

    /** The reference implementation reads with one schema what was written with the other, and we read what it makes of it. */
    @ParameterizedTest
    @MethodSource("changes")
    @Tag("capnp")
    void theToolReadsEachWithTheSchemaOfTheOther(Change change, @TempDir Path folder) throws IOException {
        Version older = change.older();
        Version newer = change.newer();
        throughTool(change.isText(), older, newer, Files.createDirectory(folder.resolve("newer")));
        throughTool(change.isText(), newer, older, Files.createDirectory(folder.resolve("older")));
    }

    private static void throughTool(boolean isText, Version writer, Version reader, Path folder) throws IOException {
        reader.writeSchemas(folder);
        CapnpTool tool = CapnpTool.in(folder);
        List<Object> expected = reader.values("Expected");
        String type = reader.schema().root().name().name();
        for (int i = 0; i < expected.size(); i++) {
            byte[] message = writer.encode(writer.values("Sent").get(i));
            String text = tool.decode(reader.file(), type, message);
            if (isText) {
                byte[] copy = tool.encode(reader.file(), type, text);
                assertThat(reader.decode(copy)).usingRecursiveComparison().isEqualTo(expected.get(i));
            }
        }
    }
}
