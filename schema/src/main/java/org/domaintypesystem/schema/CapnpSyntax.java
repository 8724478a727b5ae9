package org.domaintypesystem.schema;

import java.util.List;
import org.domaintypesystem.schema.CapnpToken.Position;
import org.jspecify.annotations.Nullable;

/** A schema file as it was written: its names do not yet lead anywhere. */
final class CapnpSyntax {
    private CapnpSyntax() {}

    /** A file: {@code @0x…; using …; struct …}. */
    record FileSyntax(long id, List<Using> usings, Declaration root) {}

    /** {@code using alias = import "/path".name}. */
    record Using(String alias, ImportSyntax target) {}

    /** A struct or an enum. */
    sealed interface Declaration {
        Position position();

        String name();

        @Nullable
        Long id();

        String doc();
    }

    record StructSyntax(
            Position position,
            String name,
            @Nullable Long id,
            List<MemberSyntax> members,
            List<Declaration> nested,
            String doc)
            implements Declaration {}

    record EnumSyntax(
            Position position, String name, @Nullable Long id, List<EnumerantSyntax> enumerants, String doc)
            implements Declaration {}

    record EnumerantSyntax(Position position, String name, int ordinal, String doc) {}

    /** A field, or a union of fields. */
    sealed interface MemberSyntax {
        Position position();

        String name();
    }

    record FieldSyntax(Position position, String name, int ordinal, TypeSyntax type, String doc)
            implements MemberSyntax {}

    record UnionSyntax(Position position, String name, List<FieldSyntax> alternatives, String doc)
            implements MemberSyntax {}

    /** How a type is spelled. */
    sealed interface TypeSyntax {
        Position position();
    }

    record ListSyntax(Position position, TypeSyntax element) implements TypeSyntax {}

    /** {@code A.B}, looked up from the inside out, or {@code .A.B}, looked up in the file only. */
    record NameSyntax(Position position, boolean absolute, List<String> parts) implements TypeSyntax {}

    /** {@code import "/path".A.B}; the path is without its leading slash. */
    record ImportSyntax(Position position, String path, List<String> parts) implements TypeSyntax {}
}
