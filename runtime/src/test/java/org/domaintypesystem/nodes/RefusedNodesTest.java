package org.domaintypesystem.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.DecodedNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes that are not what they say, and those that DTS has no model for. */
@Tag("capnp")
class RefusedNodesTest {
    private static final String FILE = "lab/Tank.capnp";
    private static final String TANK = """
            @0x%s;
            struct Tank {
              name @0 :Text;
              level @1 :Float64;
              accuracy :union {
                none @2 :Void;
                some @3 :Float32;
              }
              parts @4 :List(List(Part));
              kind @5 :Kind;
              union {
                empty @6 :Void;
                filled @7 :Text;
              }
              next @8 :Tank;
              struct Part {
                count @0 :Int32;
                any @1 :AnyPointer;
              }
              enum Kind {
                hot @0;
                cold @1;
              }
            }
            """.formatted(TypeIds.hex(TypeIds.fileId(FILE)));
    private static final Schema SCHEMA = CapnpReader.read(FILE, file -> TANK);
    private static final long TYPE_ID = SCHEMA.root().id();
    private static final long SCHEMA_ID = SchemaFingerprint.schemaId(SCHEMA);
    private static final String TANK_ID = Long.toUnsignedString(TYPE_ID);
    private static final String PART_ID = idOf("Tank.Part");
    private static final String KIND_ID = idOf("Tank.Kind");
    private static final String GROUP_ID = Long.toUnsignedString(TypeIds.groupId(TYPE_ID, 2));
    private static final String PARTS_TYPE =
            "type = \\(list = \\(elementType = \\(list = \\(elementType = \\(struct = \\(typeId = \\d+\\){6}";
    private static final String ANOTHER_ID = "9223372036854775809";

    @TempDir
    private Path folder;

    private DecodedNodes tool;

    @BeforeEach
    void findTool() {
        tool = DecodedNodes.in(folder);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("id = " + PART_ID + ", displayName", "id = 77, displayName", "@0x000000000000004d is no id"),
                lie("id = " + PART_ID + ", displayName", "id = " + KIND_ID + ", displayName", "two nodes have the id"),
                lie("id = " + TANK_ID + ", displayName", "id = " + ANOTHER_ID + ", displayName", "no struct @0x"),
                lie("Tank.capnp:Tank\"", "Tank.capnp:Tub\"", "is not that of a file, a colon and the type"),
                lie("lab/Tank.capnp:Tank.Part\"", "lab/Tank.capnp\"", "is not that of a file"),
                lie("lab/Tank.capnp:Tank.Part\"", "lab/../Tank.capnp:Tank.Part\"", "is not that of a file"),
                lie("lab/Tank.capnp:Tank.Part\"", "lab/Tank.capnp:Tank.List\"", "is not that of a file"),
                lie("lab/Tank.capnp:Tank.Part\"", "lab/Tank.capnp:Tank.Kind\"", "two nodes are called lab.Tank.Kind"),
                lie("Tank.Part\", displayNamePrefixLength = 20", "Tank.Part\", displayNamePrefixLength = 19", "prefix"),
                lie("scopeId = " + TANK_ID + ", enum", "scopeId = " + PART_ID + ", enum", "in another scope"),
                lie(
                        "lab/Tank.capnp:Tank\", displayNamePrefixLength = 15, scopeId = [0-9]+",
                        "lab/Tank.capnp:Tank\", displayNamePrefixLength = 15, scopeId = " + PART_ID,
                        "in another scope"),
                lie(
                        "Tank.Part\", displayNamePrefixLength = 20",
                        "Tank.Kind.Part\", displayNamePrefixLength = 25",
                        "Part is in"),
                lie("\\(name = \"Part\", id", "(name = \"Kind\", id", "lists a node that is not nested in it so"),
                lie("\\(name = \"Part\", id = \\d+\\)", "(name = \"Tank\", id = " + TANK_ID + ")", "lists a node"),
                lie("dataWordCount = 3", "dataWordCount = 2", "is a group of another size"),
                lie(
                        "dataWordCount = 1, pointerCount = 1",
                        "dataWordCount = 1, pointerCount = 2",
                        "other numbers by its"),
                lie("isGroup = true", "isGroup = false", "is not that of a file, a colon and the type"),
                lie("isGroup = false, discriminantCount = 2", "isGroup = true, discriminantCount = 2", "no struct @0x"),
                lie(
                        "isGroup = false, discriminantCount = 2",
                        "isGroup = false, discriminantCount = 3",
                        "another number"),
                lie("isGroup = false, discriminantCount = 0", "isGroup = false, discriminantCount = 2", "a tag and no"),
                lie("isGroup = true, discriminantCount = 2", "isGroup = true, discriminantCount = 0", "another number"),
                lie(
                        "true, discriminantCount = 2, discriminantOffset = \\d+",
                        "true, discriminantCount = 2, discriminantOffset = 9",
                        "Tank.accuracy has its tag not where"),
                lie(
                        "false, discriminantCount = 2, discriminantOffset = \\d+",
                        "false, discriminantCount = 2, discriminantOffset = 9",
                        "unnamed union has its tag not where"),
                lie("name = \"level\"", "name = \"Level\"", "a member of lab.Tank has no name"),
                lie("name = \"level\"", "name = \"name\"", "two members of lab.Tank are called name"),
                lie("name = \"level\"", "name = \"filled\"", "two members of lab.Tank are called filled"),
                lie("name = \"level\"", "name = \"" + "l".repeat(SchemaLimits.MAX_NAME + 1) + "\"", "has no name"),
                lie("name = \"cold\"", "name = \"hot\"", "two members of lab.Tank.Kind are called hot"),
                lie(
                        "name = \"level\", codeOrder = 1, discriminantValue = 65535",
                        "name = \"level\", codeOrder = 1, discriminantValue = 2",
                        "is a union of another number of fields"),
                lie(
                        "name = \"filled\", codeOrder = 6, discriminantValue = 1",
                        "name = \"filled\", codeOrder = 6, discriminantValue = 2",
                        "Tank.filled does not lie where"),
                lie(
                        "name = \"none\", codeOrder = 0, discriminantValue = 0",
                        "name = \"none\", codeOrder = 0, discriminantValue = 65535",
                        "is a group, and not a union of plain fields"),
                lie(
                        "name = \"accuracy\", codeOrder = 2, discriminantValue = 65535",
                        "name = \"accuracy\", codeOrder = 2, discriminantValue = 0",
                        "is a group in a union"),
                lie("typeId = " + GROUP_ID, "typeId = " + ANOTHER_ID, "is a group that is not there"),
                lie("typeId = " + GROUP_ID, "typeId = " + PART_ID, "is a group that is not there"),
                lie(
                        "scopeId = " + TANK_ID + ", struct = \\(dataWordCount = 3",
                        "scopeId = " + PART_ID + ", struct = (dataWordCount = 3",
                        "not its own"),
                lie(
                        "group = \\(typeId = \\d+\\), ordinal = \\(implicit = void\\)",
                        "group = (typeId = " + GROUP_ID + "), ordinal = (explicit = 3)",
                        "a group with an ordinal"),
                lie("ordinal = \\(explicit = 4\\)", "ordinal = (implicit = void)", "has no ordinal"),
                lie("ordinal = \\(explicit = 1\\)", "ordinal = (explicit = 0)", "ordinal @0 is used twice"),
                lie("ordinal = \\(explicit = 8\\)", "ordinal = (explicit = 9)", "ordinal @8 is missing"),
                lie("offset = 0, type = \\(int32", "offset = 1, type = (int32", "Part.count does not lie where"),
                lie(
                        "type = \\(int32 = void\\), defaultValue = \\(int32 = 0\\)",
                        "type = (int64 = void), defaultValue = (int64 = 0)",
                        "the schema id of lab.Tank is"),
                lie("defaultValue = \\(int32 = 0\\)", "defaultValue = (int32 = 1)", "has a default value"),
                lie("defaultValue = \\(int32 = 0\\)", "defaultValue = (int64 = 0)", "has a default value"),
                lie("defaultValue = \\(float64 = 0\\)", "defaultValue = (float64 = 1e9)", "has a default value"),
                lie("defaultValue = \\(text = \"\"\\)", "defaultValue = (text = \"x\")", "has a default value"),
                lie("hadExplicitDefault = false", "hadExplicitDefault = true", "has a default value"),
                lie("isGeneric = false", "isGeneric = true", "is generic"),
                lie("isGeneric = false", "isGeneric = false, parameters = [(name = \"T\")]", "is generic"),
                lie(
                        "struct = \\(typeId = " + TANK_ID + "\\)",
                        "struct = (typeId = " + TANK_ID + ", brand = (scopes = [(scopeId = 5)]))",
                        "is of a generic type"),
                lie("struct = \\(typeId = " + TANK_ID, "struct = (typeId = " + ANOTHER_ID, "which is no struct among"),
                lie("struct = \\(typeId = " + TANK_ID, "struct = (typeId = " + KIND_ID, "which is no struct among"),
                lie("struct = \\(typeId = " + TANK_ID, "struct = (typeId = " + GROUP_ID, "which is no struct among"),
                lie("enum = \\(typeId = " + KIND_ID, "enum = (typeId = " + PART_ID, "which is no enum among"),
                lie("struct = \\(typeId = " + TANK_ID, "interface = (typeId = " + TANK_ID, "is an interface"),
                lie(
                        "anyPointer = \\(unconstrained = \\(anyKind",
                        "anyPointer = (unconstrained = (capability",
                        "is a type parameter, a capability"),
                lie(
                        "anyPointer = \\(unconstrained = \\(anyKind = void\\)\\)",
                        "anyPointer = (parameter = (scopeId = 1, parameterIndex = 1))",
                        "is a type parameter, a capability"),
                lie(
                        PARTS_TYPE,
                        "type = (list = (elementType = (anyPointer = (unconstrained = (anyKind = void)))))",
                        "is a list of pointers to anything"),
                lie(PARTS_TYPE, lists(SchemaLimits.MAX_LIST_DEPTH), "the schema id of lab.Tank is"),
                lie(PARTS_TYPE, lists(SchemaLimits.MAX_LIST_DEPTH + 1), "is a list of lists, deeper than"),
                lie("enum = \\(enumerants = .*?\\]\\)", "const = (type = (void = void))", "is of kind constant"),
                lie("enum = \\(enumerants = .*?\\]\\)", "interface = ()", "is of kind interface"),
                lie("enum = \\(enumerants = .*?\\]\\)", "annotation = (targetsFile = true)", "is of kind annotation"),
                lie("enum = \\(enumerants = .*?\\]\\)", "file = void", "which is no enum among the nodes"),
                lie("name = \"hot\"", "name = \"warm\"", "the schema id of lab.Tank is"));
    }

    private static String lists(int depth) {
        return "type = " + "(list = (elementType = ".repeat(depth) + "(void = void)" + "))".repeat(depth);
    }

    private static Arguments lie(String found, String replacement, String because) {
        return arguments(found, replacement, because);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void isRefused(String found, String replacement, String because) {
        String text = text();
        String lie = text.replaceFirst(found, replacement);
        assertThat(lie.equals(text)).as("found %s", found).isFalse();
        refused(tool.message(lie), TYPE_ID, SCHEMA_ID, because);
    }

    @Test
    void whatIsNoLieIsRead() {
        byte[] message = tool.message(text());
        assertThat(NodesReader.message(message, 0, message.length, TYPE_ID, SCHEMA_ID)
                        .idVerified())
                .isTrue();
    }

    @Test
    void otherIdsThanThoseAskedForAreRefused() {
        byte[] message = NodesWriter.message(SCHEMA);
        refused(message, TYPE_ID ^ 1, SCHEMA_ID, "no struct @0x");
        refused(message, Long.parseUnsignedLong(GROUP_ID), SCHEMA_ID, "no struct @0x");
        refused(message, Long.parseUnsignedLong(KIND_ID), SCHEMA_ID, "no struct @0x");
        refused(message, TYPE_ID, SCHEMA_ID ^ 1, "the schema id of lab.Tank is");
    }

    static Stream<Arguments> otherDeclarations() {
        return Stream.of(
                arguments("struct Other { n @0 :Int32 = 5; }", "has a default value"),
                arguments("struct Other { n @0 :Text = \"x\"; }", "has a default value"),
                arguments("struct Other { n @0 :List(Int8) = []; }", "has a default value"),
                arguments("struct Other { g :group { n @0 :Int32; } }", "is a group, and not a union"),
                arguments(
                        "struct Other { g :union { a @0 :Int32; b @1 :Int32; } }",
                        "is of a kind that DTS does not lay"),
                arguments("struct Other { union { a @0 :Int32; b @1 :Text; } }", "is of a kind that DTS does not lay"),
                arguments("struct Other { union { a @0 :Text; b :group { c @1 :Text; } } }", "is a group in a union"),
                arguments("struct Other(T) { n @0 :T; }", "is generic"),
                arguments("struct Other(T) { n @0 :Inner; struct Inner { i @0 :Int32; } }", "is generic"),
                arguments("interface Other {}", "is of kind interface"),
                arguments("const other :Int32 = 5;", "is of kind constant"),
                arguments("annotation other(struct) :Void;", "is of kind annotation"),
                arguments("struct Other { n @0 :Capability; }", "is a type parameter, a capability"),
                arguments("struct Other { n @0 :AnyStruct; }", "is a type parameter, a capability"),
                arguments("struct Other { n @0 :List(Capability); }", "is a type parameter, a capability"));
    }

    /** Whatever else is among the nodes must be what DTS can have. */
    @ParameterizedTest
    @MethodSource("otherDeclarations")
    void whatDtsHasNotIsRefused(String declaration, String because) throws IOException {
        Path file = folder.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, TANK.substring(0, TANK.lastIndexOf('}')) + declaration + '}');
        refused(CapnpTool.in(folder).compile("-", List.of(FILE)), TYPE_ID, SCHEMA_ID, because);
    }

    private static void refused(byte[] message, long typeId, long schemaId, String because) {
        assertThatThrownBy(() -> NodesReader.message(message, 0, message.length, typeId, schemaId))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining(because);
    }

    /** What the tool prints of the schema, in one line and without what it cannot read back. */
    private String text() {
        return tool.text(NodesWriter.message(SCHEMA))
                .replaceAll("\\s+", " ")
                .replaceAll("([(\\[]) | (?=[)\\]])", "$1")
                .replaceAll("defaultValue = \\(\\w+ = <opaque pointer>\\), ", "");
    }

    private static String idOf(String name) {
        return Long.toUnsignedString(TypeIds.typeId(new TypeName("lab", name)));
    }
}
