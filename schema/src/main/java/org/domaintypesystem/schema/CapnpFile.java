package org.domaintypesystem.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.domaintypesystem.schema.CapnpSyntax.Declaration;
import org.domaintypesystem.schema.CapnpSyntax.EnumSyntax;
import org.domaintypesystem.schema.CapnpSyntax.EnumerantSyntax;
import org.domaintypesystem.schema.CapnpSyntax.FieldSyntax;
import org.domaintypesystem.schema.CapnpSyntax.FileSyntax;
import org.domaintypesystem.schema.CapnpSyntax.ImportSyntax;
import org.domaintypesystem.schema.CapnpSyntax.MemberSyntax;
import org.domaintypesystem.schema.CapnpSyntax.StructSyntax;
import org.domaintypesystem.schema.CapnpSyntax.UnionSyntax;
import org.domaintypesystem.schema.CapnpSyntax.Using;
import org.domaintypesystem.schema.CapnpToken.Position;
import org.jspecify.annotations.Nullable;

/** A parsed file with an index of what it declares, so that other files can refer to it before it is linked. */
final class CapnpFile {
    /** A declaration with its id and full name. */
    record Declared(long id, TypeName name, Declaration syntax) {
        Type reference() {
            return syntax instanceof EnumSyntax ? new Type.EnumRef(id, name) : new Type.StructRef(id, name);
        }
    }

    private final FileSyntax syntax;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, ImportSyntax> imports = new LinkedHashMap<>();

    private CapnpFile(FileSyntax syntax) {
        this.syntax = syntax;
    }

    static CapnpFile parse(String path, String text) {
        CapnpFile file = new CapnpFile(CapnpParser.parse(path, text));
        TypeName name = rootName(path, file.syntax.root());
        file.declare(file.syntax.root(), name, file.syntax.id());
        for (Using using : file.syntax.usings()) {
            Position position = using.target().position();
            if (using.alias().equals(name.name())) {
                throw position.error("'" + using.alias() + "' is the name of the type that the file declares");
            }
            if (file.imports.put(using.alias(), using.target()) != null) {
                throw position.error("'" + using.alias() + "' is imported twice");
            }
        }
        return file;
    }

    long id() {
        return syntax.id();
    }

    Declared root() {
        return declared.values().iterator().next();
    }

    Iterable<Declared> all() {
        return declared.values();
    }

    /** The declaration with this name within the namespace, or null. */
    @Nullable
    Declared find(String name) {
        return declared.get(name);
    }

    /** What an alias stands for, or null. */
    @Nullable
    ImportSyntax imported(String alias) {
        return imports.get(alias);
    }

    /** Where a fault is: at the last member of that name, so that of two with one name it is the second. */
    Position position(SchemaFileValidator.Fault fault) {
        Declared owner = declared.get(fault.declaration());
        Declaration declaration = owner == null ? syntax.root() : owner.syntax();
        Position position = declaration.position();
        if (declaration instanceof StructSyntax struct) {
            for (MemberSyntax member : struct.members()) {
                position = member.name().equals(fault.member()) ? member.position() : position;
                if (member instanceof UnionSyntax union) {
                    for (FieldSyntax field : union.alternatives()) {
                        position = field.name().equals(fault.member()) ? field.position() : position;
                    }
                }
            }
        } else if (declaration instanceof EnumSyntax enumeration) {
            for (EnumerantSyntax enumerant : enumeration.enumerants()) {
                position = enumerant.name().equals(fault.member()) ? enumerant.position() : position;
            }
        }
        return position;
    }

    private static TypeName rootName(String path, Declaration root) {
        int slash = path.lastIndexOf('/');
        TypeName name = new TypeName(path.substring(0, Math.max(0, slash)).replace('/', '.'), root.name());
        if (!name.file().equals(path)) {
            throw root.position()
                    .error("expected the type that the path of the file names; " + name + " belongs into "
                            + name.file());
        }
        return name;
    }

    private void declare(Declaration declaration, TypeName name, long parentId) {
        Long pinned = declaration.id();
        long id = pinned == null ? TypeIds.childId(parentId, declaration.name()) : pinned;
        if (declared.putIfAbsent(name.name(), new Declared(id, name, declaration)) != null) {
            throw declaration.position().error("'" + declaration.name() + "' is declared twice");
        }
        if (declaration instanceof StructSyntax struct) {
            struct.nested().forEach(inner -> declare(inner, name.nested(inner.name()), id));
        }
    }
}
