package org.domaintypesystem.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text, ids and layout against the reference compiler. */
@Tag("capnp")
class ReferenceCompilerTest {
    @TempDir
    private Path directory;

    @Test
    void layoutOfRandomStructsIsThatOfTheCompiler() throws IOException {
        int structs = 0;
        for (long seed = 0; seed < 60; seed++) {
            List<SchemaFile> files = RandomSchemas.files(seed);
            Path folder = Files.createDirectory(directory.resolve("seed" + seed));
            ReferenceCompiler.write(folder, RandomSchemas.texts(files));
            List<String> paths = files.stream().map(SchemaFile::path).toList();
            assertThat(ReferenceCompiler.describe(files))
                    .as("seed %d", seed)
                    .isEqualTo(ReferenceCompiler.layout(folder, paths));
            structs += RandomSchemas.structs(files).size();
        }
        assertThat(structs).isGreaterThan(500);
    }

    @Test
    void derivedIdsAreThoseOfTheCompiler() throws IOException {
        Files.writeString(directory.resolve("Order.capnp"), """
                @0x92bf37cf2a67f103;
                struct Order {
                  struct Entry3 {
                    enum Kind {}
                  }
                }
                """);
        String printed = new String(CapnpTool.in(directory).compile("capnp", List.of("Order.capnp")), UTF_8);
        long order = TypeIds.childId(0x92bf37cf2a67f103L, "Order");
        long entry = TypeIds.childId(order, "Entry3");
        assertThat(printed)
                .contains("struct Order @0x" + TypeIds.hex(order))
                .contains("struct Entry3 @0x" + TypeIds.hex(entry))
                .contains("enum Kind @0x" + TypeIds.hex(TypeIds.childId(entry, "Kind")));
    }

    @Test
    void docsBelongToWhatTheyDescribe() throws IOException {
        Member.Field plain = new Member.Field("plain", 0, Type.Basic.TEXT, "Of the field.");
        Member.Union union = Member.Union.optional("optional", 1, Type.Basic.INT32, "Of the union.\n\nIts end.");
        Node.StructNode root = new Node.StructNode(
                TypeIds.typeId(new TypeName("", "Documented")),
                new TypeName("", "Documented"),
                List.of(plain, union),
                List.of(),
                "Of the struct.");
        SchemaFile file = SchemaFile.of(root);
        ReferenceCompiler.write(directory, RandomSchemas.texts(List.of(file)));
        CapnpTool capnp = CapnpTool.in(directory);
        Files.writeString(directory.resolve("schema.capnp"), SOURCE_INFO);
        String request = capnp.decode("schema.capnp", "CodeGeneratorRequest", capnp.compile("-", List.of(file.path())));
        assertThat(request)
                .contains("docComment = \"Of the struct.\\n\"")
                .contains("docComment = \"Of the field.\\n\"")
                .contains("docComment = \"Of the union.\\n\\nIts end.\\n\"");
    }

    /** The part of the compiler's {@code schema.capnp} that holds comments. */
    private static final String SOURCE_INFO = """
            @0xf5b9311184e8ad3e;
            struct CodeGeneratorRequest {
              nodes @0 :AnyPointer;
              requestedFiles @1 :AnyPointer;
              capnpVersion @2 :AnyPointer;
              sourceInfo @3 :List(SourceInfo);
            }
            struct SourceInfo {
              id @0 :UInt64;
              docComment @1 :Text;
              members @2 :List(Member);
              struct Member { docComment @0 :Text; }
            }
            """;
}
