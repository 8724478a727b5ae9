package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.Enumerant;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations that have a history: numbers out of order, retired members, pinned ids. The compiler takes them, too. */
@Tag("capnp")
class EvolvedDeclarationsTest {
    private static final TypeName VAT = new TypeName("brewery", "Vat");
    private static final long VAT_ID = TypeIds.typeId(VAT);

    @TempDir
    private Path directory;

    @Test
    void valueThatMayBeAbsentNowKeepsItsPlace() throws IOException {
        Field count = new Field("count", 1, Type.Basic.INT32);
        Field name = new Field("name", 2, Type.Basic.TEXT);
        StructNode before = struct(new Field("level", 0, Type.Basic.INT16), count, name);
        Union level = Union.nowOptional("level", 0, 4, Type.Basic.INT16, "How full.");
        StructNode after = struct(level, count, name, new Field("later", 3, Type.Basic.BOOL));
        SchemaFile file = SchemaFile.of(after);
        assertThat(CapnpWriter.write(file)).contains("""
                  level :union {
                    # How full.
                    some @0 :Int16;
                    none @4 :Void;
                  }
                  count @1 :Int32;
                  name @2 :Text;
                  later @3 :Bool;
                """);
        assertThat(reread(file)).isEqualTo(file);
        assertThat(level.isOptional()).isTrue();

        StructLayout old = StructLayout.of(before);
        StructLayout now = StructLayout.of(after);
        assertThat(now.slots().get(0)).isEqualTo(new Slot(Storage.TWO_BYTES, 0, 0));
        assertThat(now.slots().subList(1, 3)).isEqualTo(old.slots().subList(1, 3));
        assertThat(now.slots().get(4)).isEqualTo(new Slot(Storage.NONE, 0, 1));
        compilerAgrees(file);
    }

    @Test
    void absenceIsYoungerThanTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Union.nowOptional("level", 3, 2, Type.Basic.INT16, ""))
                .withMessage("'level' is at @3, so its absence, @2, is not a number that was added later");
    }

    @Test
    void retiredMembersAreMembersOfAnotherName() throws IOException {
        StructNode struct = struct(
                new Field("name", 3, Type.Basic.TEXT),
                new Field(CapnpNames.retired("speed"), 0, Type.Basic.FLOAT32),
                Union.optional(CapnpNames.retired("level"), 1, Type.Basic.INT16, ""),
                Union.nowOptional(CapnpNames.retired("x"), 4, 5, Type.Basic.BOOL, ""));
        SchemaFile file = SchemaFile.of(struct);
        assertThat(CapnpWriter.write(file)).contains("""
                  name @3 :Text;
                  obsoleteSpeed @0 :Float32;
                  obsoleteLevel :union {
                    none @1 :Void;
                    some @2 :Int16;
                  }
                  obsoleteX :union {
                    some @4 :Bool;
                    none @5 :Void;
                  }
                """);
        compilerAgrees(file);
    }

    @Test
    void retiredSubtypeKeepsItsNumberInTheUnion() throws IOException {
        TypeName keg = VAT.nested("Keg");
        Type reference = new Type.StructRef(TypeIds.nestedId(VAT_ID, keg), keg);
        StructNode struct = new StructNode(
                VAT_ID,
                VAT,
                List.of(new Union(
                        "",
                        List.of(
                                new Field("unset", 0, Type.Basic.VOID),
                                new Field("keg", 2, reference),
                                new Field(CapnpNames.retired("barrel"), 1, reference)),
                        "")),
                List.of(new StructNode(TypeIds.nestedId(VAT_ID, keg), keg, List.of())),
                "");
        assertThat(CapnpWriter.write(SchemaFile.of(struct))).contains("""
                  union {
                    unset @0 :Void;
                    keg @2 :Keg;
                    obsoleteBarrel @1 :Keg;
                  }
                """);
        compilerAgrees(SchemaFile.of(struct));
    }

    @Test
    void constantsStandInTheOrderOfTheSource() throws IOException {
        EnumNode kind = new EnumNode(
                VAT_ID,
                VAT,
                List.of(
                        new Enumerant("lager", 2),
                        new Enumerant("ale", 0, "The first."),
                        new Enumerant(CapnpNames.retired("stout"), 1)));
        SchemaFile file = SchemaFile.of(kind);
        assertThat(CapnpWriter.write(file)).contains("""
                  lager @2;
                  ale @0;
                    # The first.
                  obsoleteStout @1;
                """);
        compilerAgrees(file);
    }

    @Test
    void idsOfNestedTypesFollowFromThePinnedOneOfTheOutermost() throws IOException {
        long pinned = 0x8123456789abcdefL;
        TypeName entry = VAT.nested("Entry3");
        TypeName inner = entry.nested("Entry1");
        long entryId = TypeIds.childId(pinned, "Entry3");
        long innerId = TypeIds.childId(entryId, "Entry1");
        assertThat(TypeIds.nestedId(pinned, VAT)).isEqualTo(pinned);
        assertThat(TypeIds.nestedId(pinned, entry)).isEqualTo(entryId);
        assertThat(TypeIds.nestedId(pinned, inner)).isEqualTo(innerId).isNotEqualTo(TypeIds.typeId(inner));
        String text = CapnpWriter.write(SchemaFile.of(maps(pinned, VAT)));
        assertThat(text)
                .startsWith("# brewery.Vat\n")
                .contains("@0x" + TypeIds.hex(TypeIds.fileId("brewery/Vat.capnp")) + ";\n")
                .contains("struct Vat @0x8123456789abcdef {\n  prices @0 :List(Entry3);\n")
                .contains("struct Entry1 @0x" + TypeIds.hex(innerId));
        String withoutNestedIds = text.replaceAll("(Entry\\d) @0x\\w+", "$1");
        assertThat(CapnpReader.readFile("brewery/Vat.capnp", Map.of("brewery/Vat.capnp", withoutNestedIds)::get))
                .isEqualTo(SchemaFile.of(maps(pinned, VAT)));
        ReferenceCompiler.write(directory, Map.of("brewery/Vat.capnp", withoutNestedIds));
        assertThat(ReferenceCompiler.layout(directory, List.of("brewery/Vat.capnp")))
                .containsKeys(TypeIds.hex(pinned), TypeIds.hex(entryId), TypeIds.hex(innerId));
    }

    @Test
    void otherFilesReferToNestedTypes() throws IOException {
        long pinned = 0x8123456789abcdefL;
        TypeName inner = VAT.nested("Entry3").nested("Entry1");
        TypeName plant = new TypeName("brewery.plant", "Plant");
        SchemaFile vat = SchemaFile.of(maps(pinned, VAT));
        SchemaFile referring = SchemaFile.of(new StructNode(
                TypeIds.typeId(plant),
                plant,
                List.of(new Field("entry", 0, new Type.StructRef(TypeIds.nestedId(pinned, inner), inner)))));
        assertThat(CapnpWriter.write(referring))
                .contains("using import \"/brewery/Vat.capnp\".Vat;", "entry @0 :Vat.Entry3.Entry1;");
        Map<String, String> texts = RandomSchemas.texts(List.of(vat, referring));
        assertThat(CapnpReader.readFile(referring.path(), texts::get)).isEqualTo(referring);
        compilerAgrees(referring, vat);
    }

    /** A map of maps: {@code Map<String, Map<String, String>>}. */
    private static StructNode maps(long id, TypeName name) {
        TypeName entry = name.nested("Entry3");
        TypeName inner = entry.nested("Entry1");
        Type entryRef = new Type.StructRef(TypeIds.nestedId(id, entry), entry);
        Type innerRef = new Type.StructRef(TypeIds.nestedId(id, inner), inner);
        StructNode innerNode = new StructNode(
                TypeIds.nestedId(id, inner),
                inner,
                List.of(new Field("key", 0, Type.Basic.TEXT), new Field("value", 1, Type.Basic.TEXT)));
        StructNode entryNode = new StructNode(
                TypeIds.nestedId(id, entry),
                entry,
                List.of(new Field("key", 0, Type.Basic.TEXT), new Field("value", 1, new Type.ListOf(innerRef))),
                List.of(innerNode),
                "");
        return new StructNode(
                id, name, List.of(new Field("prices", 0, new Type.ListOf(entryRef))), List.of(entryNode), "");
    }

    private void compilerAgrees(SchemaFile... files) throws IOException {
        ReferenceCompiler.write(directory, RandomSchemas.texts(List.of(files)));
        assertThat(ReferenceCompiler.layout(
                        directory, List.of(files).stream().map(SchemaFile::path).toList()))
                .isEqualTo(ReferenceCompiler.describe(List.of(files)));
    }

    private static StructNode struct(Member... members) {
        return new StructNode(VAT_ID, VAT, List.of(members));
    }

    private static SchemaFile reread(SchemaFile file) {
        return CapnpReader.readFile(file.path(), Map.of(file.path(), CapnpWriter.write(file))::get);
    }
}
