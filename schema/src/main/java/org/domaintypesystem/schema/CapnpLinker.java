package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.domaintypesystem.schema.CapnpFile.Declared;
import org.domaintypesystem.schema.CapnpSyntax.EnumSyntax;
import org.domaintypesystem.schema.CapnpSyntax.FieldSyntax;
import org.domaintypesystem.schema.CapnpSyntax.ImportSyntax;
import org.domaintypesystem.schema.CapnpSyntax.ListSyntax;
import org.domaintypesystem.schema.CapnpSyntax.MemberSyntax;
import org.domaintypesystem.schema.CapnpSyntax.NameSyntax;
import org.domaintypesystem.schema.CapnpSyntax.StructSyntax;
import org.domaintypesystem.schema.CapnpSyntax.TypeSyntax;
import org.domaintypesystem.schema.CapnpSyntax.UnionSyntax;
import org.domaintypesystem.schema.CapnpToken.Position;
import org.jspecify.annotations.Nullable;

/** Turns parsed files into the model: finds what each name refers to, and loads files as they are referred to. */
final class CapnpLinker {
    private final Function<String, @Nullable String> source;
    private final Map<String, CapnpFile> files = new LinkedHashMap<>();
    private final Map<Long, String> owners = new HashMap<>();

    CapnpLinker(Function<String, @Nullable String> source) {
        this.source = source;
    }

    /** Reads one file; of those that it refers to, only the declarations that are needed to know ids. */
    SchemaFile link(String path) {
        CapnpFile file = load(path, new Position(path, 1, 1));
        SchemaFile linked = new SchemaFile(file.id(), node(file.root(), file));
        for (SchemaFileValidator.Fault fault : SchemaFileValidator.faults(linked)) {
            throw file.position(fault).error(fault.text());
        }
        return linked;
    }

    /** Reads a file and all that it refers to, directly or not. The first one is the file itself. */
    List<SchemaFile> linkAll(String path) {
        Map<String, SchemaFile> linked = new LinkedHashMap<>();
        linked.put(path, link(path));
        while (linked.size() < files.size()) {
            for (String other : List.copyOf(files.keySet())) {
                if (!linked.containsKey(other)) {
                    linked.put(other, link(other));
                }
            }
        }
        return List.copyOf(linked.values());
    }

    private CapnpFile load(String path, Position from) {
        CapnpFile file = files.get(path);
        if (file == null) {
            String text = source.apply(path);
            if (text == null) {
                throw from.error("there is no file " + path);
            }
            file = CapnpFile.parse(path, text);
            own(file.id(), "file " + path, file.root().syntax().position());
            for (Declared declared : file.all()) {
                own(
                        declared.id(),
                        declared.name().qualified(),
                        declared.syntax().position());
            }
            files.put(path, file);
        }
        return file;
    }

    private void own(long id, String owner, Position position) {
        String other = owners.putIfAbsent(id, owner);
        if (other != null) {
            throw position.error(owner + " has the id @0x" + TypeIds.hex(id) + " of " + other);
        }
    }

    private Node node(Declared declared, CapnpFile file) {
        if (declared.syntax() instanceof EnumSyntax enumeration) {
            List<Node.Enumerant> enumerants = enumeration.enumerants().stream()
                    .map(constant -> new Node.Enumerant(constant.name(), constant.ordinal(), constant.doc()))
                    .toList();
            return new Node.EnumNode(declared.id(), declared.name(), enumerants, enumeration.doc());
        }
        StructSyntax struct = (StructSyntax) declared.syntax();
        List<Member> members = new ArrayList<>();
        struct.members().forEach(member -> members.add(member(member, declared, file)));
        List<Node> nested = new ArrayList<>();
        struct.nested()
                .forEach(inner -> nested.add(node(required(declared.name().nested(inner.name()), file), file)));
        return new Node.StructNode(declared.id(), declared.name(), members, nested, struct.doc());
    }

    private static Declared required(TypeName name, CapnpFile file) {
        Declared declared = file.find(name.name());
        if (declared == null) {
            throw new IllegalStateException(name + " is not in the index of its file");
        }
        return declared;
    }

    private Member member(MemberSyntax member, Declared scope, CapnpFile file) {
        if (member instanceof UnionSyntax union) {
            List<Member.Field> alternatives = union.alternatives().stream()
                    .map(field -> field(field, scope, file))
                    .toList();
            return new Member.Union(union.name(), alternatives, union.doc());
        }
        return field((FieldSyntax) member, scope, file);
    }

    private Member.Field field(FieldSyntax field, Declared scope, CapnpFile file) {
        return new Member.Field(field.name(), field.ordinal(), type(field.type(), scope, file), field.doc());
    }

    private Type type(TypeSyntax expression, Declared scope, CapnpFile file) {
        if (expression instanceof ListSyntax list) {
            return new Type.ListOf(type(list.element(), scope, file));
        }
        if (expression instanceof ImportSyntax elsewhere) {
            return imported(elsewhere, elsewhere.position(), List.of());
        }
        NameSyntax name = (NameSyntax) expression;
        String first = name.parts().get(0);
        String dotted = String.join(".", name.parts());
        if (!name.absolute()) {
            String outer = scope.name().name();
            for (; !outer.isEmpty(); outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')))) {
                if (file.find(outer + '.' + first) != null) {
                    return reference(file.find(outer + '.' + dotted), dotted, name.position());
                }
            }
        }
        ImportSyntax elsewhere = file.imported(first);
        if (elsewhere != null) {
            return imported(
                    elsewhere,
                    name.position(),
                    name.parts().subList(1, name.parts().size()));
        }
        if (!name.absolute() && file.find(first) == null && name.parts().size() == 1) {
            for (Type.Basic basic : Type.Basic.values()) {
                if (basic.keyword().equals(first)) {
                    return basic;
                }
            }
        }
        return reference(file.find(dotted), dotted, name.position());
    }

    private Type imported(ImportSyntax elsewhere, Position position, List<String> rest) {
        List<String> parts = new ArrayList<>(elsewhere.parts());
        parts.addAll(rest);
        String dotted = String.join(".", parts);
        return reference(load(elsewhere.path(), elsewhere.position()).find(dotted), dotted, position);
    }

    private static Type reference(@Nullable Declared target, String spelled, Position position) {
        if (target == null) {
            throw position.error("expected a type, but nothing is called '" + spelled + "' here");
        }
        return target.reference();
    }
}
