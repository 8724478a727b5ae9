package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the Cap'n Proto compiler would refuse in a file, and what DTS does not emit. */
final class SchemaFileValidator {

    /**
     * One fault.
     *
     * @param declaration the name of the declaration it is in, within its namespace
     * @param member the name of the field, union or enumerant at fault; empty if it is the declaration as a whole
     */
    record Fault(String declaration, String member, String text) {
        @Override
        public String toString() {
            return declaration + (member.isEmpty() ? "" : '.' + member) + ": " + text;
        }
    }

    private final SchemaFile file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Node> declared = new HashMap<>();
    private final Map<Long, String> owners = new HashMap<>();

    private SchemaFileValidator(SchemaFile file) {
        this.file = file;
    }

    /** All faults, in the order of the file; empty if it is fine. */
    static List<Fault> faults(SchemaFile file) {
        SchemaFileValidator validator = new SchemaFileValidator(file);
        Node root = file.root();
        CapnpNames.namespaceFault(root.name().namespace()).ifPresent(text -> validator.report(root, "", text));
        validator.id(file.id(), root, "the file");
        validator.collect(root);
        validator.declaration(root);
        return List.copyOf(validator.faults);
    }

    private void collect(Node node) {
        if (declared.put(node.name().name(), node) != null) {
            report(node, "", "is declared twice");
        }
        if (node instanceof Node.StructNode struct) {
            struct.nested().forEach(this::collect);
        }
    }

    private void declaration(Node node) {
        id(node.id(), node, node.name().name());
        require(CapnpNames.typeNameFault(node.name().simple()), node, "");
        if (node instanceof Node.StructNode struct) {
            struct(struct);
        } else if (node instanceof Node.EnumNode enumeration) {
            List<Node.Enumerant> enumerants = enumeration.enumerants();
            names(enumerants.stream().map(Node.Enumerant::name).toList(), node);
            require(
                    Ordinals.fault(
                            enumerants.stream().map(Node.Enumerant::ordinal).toList()),
                    node,
                    "");
        }
    }

    private void struct(Node.StructNode struct) {
        List<String> scope = new ArrayList<>();
        boolean unnamed = false;
        for (Member member : struct.members()) {
            if (member instanceof Member.Union union) {
                List<String> alternatives =
                        union.alternatives().stream().map(Member.Field::name).toList();
                if (union.isUnnamed()) {
                    if (unnamed) {
                        report(struct, "", "a struct has at most one unnamed union");
                    }
                    unnamed = true;
                    scope.addAll(alternatives);
                } else {
                    scope.add(union.name());
                    names(alternatives, struct);
                }
                require(StructLayout.unionFault(union), struct, union.name());
            } else {
                scope.add(member.name());
            }
        }
        names(scope, struct);
        List<Member.Field> fields = struct.fields();
        require(Ordinals.fault(fields.stream().map(Member.Field::ordinal).toList()), struct, "");
        fields.forEach(field -> type(field.type(), field, struct));
        for (Node inner : struct.nested()) {
            if (!inner.name().equals(struct.name().nested(inner.name().simple()))) {
                report(inner, "", "is not named after " + struct.name().name() + ", which it is nested in");
            }
            declaration(inner);
        }
    }

    private void names(List<String> names, Node node) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            require(CapnpNames.memberNameFault(name), node, name);
            if (!seen.add(name)) {
                report(node, name, "the name is used twice");
            }
        }
    }

    private void type(Type type, Member.Field field, Node.StructNode struct) {
        if (type instanceof Type.ListOf list) {
            if (list.element() == Type.Basic.ANY_POINTER) {
                report(struct, field.name(), "Cap'n Proto has no List(AnyPointer)");
            }
            type(list.element(), field, struct);
        } else if (type instanceof Type.StructRef reference) {
            reference(reference.name(), reference.id(), Node.StructNode.class, field, struct);
        } else if (type instanceof Type.EnumRef reference) {
            reference(reference.name(), reference.id(), Node.EnumNode.class, field, struct);
        }
    }

    private void reference(
            TypeName name, long id, Class<? extends Node> kind, Member.Field field, Node.StructNode struct) {
        require(CapnpNames.namespaceFault(name.namespace()), struct, field.name());
        if (!name.file().equals(file.path())) {
            for (String part : name.name().split("\\.", -1)) {
                require(CapnpNames.typeNameFault(part), struct, field.name());
            }
            return;
        }
        Node target = declared.get(name.name());
        if (target == null || target.id() != id || !kind.isInstance(target)) {
            report(
                    struct,
                    field.name(),
                    "refers to " + name + " @0x" + TypeIds.hex(id) + ", which is not in this file");
        }
    }

    private void id(long id, Node node, String owner) {
        if (!TypeIds.isId(id)) {
            report(node, "", "@0x" + TypeIds.hex(id) + " is not an id: the top bit must be set");
        }
        String other = owners.putIfAbsent(id, owner);
        if (other != null) {
            report(node, "", "has the id @0x" + TypeIds.hex(id) + " of " + other);
        }
    }

    private void require(Optional<String> fault, Node node, String member) {
        fault.ifPresent(text -> report(node, member, text));
    }

    private void report(Node node, String member, String text) {
        faults.add(new Fault(node.name().name(), member, text));
    }
}
