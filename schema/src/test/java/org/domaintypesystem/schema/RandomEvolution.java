package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.Enumerant;
import org.domaintypesystem.schema.Node.StructNode;

/** Changes schemas as programmers do: steps that are legal, and edits that are not. */
final class RandomEvolution {
    private final Random random;
    private int names;

    RandomEvolution(long seed) {
        this.random = new Random(seed);
    }

    /** The files after several legal steps in every declaration; one type in four has another name then. */
    List<SchemaFile> evolve(List<SchemaFile> files) {
        List<SchemaFile> evolved = new ArrayList<>();
        for (SchemaFile file : files) {
            evolved.add(SchemaFile.of(everywhere(file.root(), this::evolve)));
        }
        for (SchemaFile file : List.copyOf(evolved)) {
            if (random.nextInt(4) == 0) {
                TypeName old = file.root().name();
                TypeName now = new TypeName("renamed", old.name() + names++);
                evolved.replaceAll(other -> SchemaFile.of(SchemaRenaming.rename(other.root(), old, now)));
            }
        }
        return evolved;
    }

    /** The files after one edit that is not legal; empty if the chosen declaration has nothing to edit. */
    Optional<List<SchemaFile>> damage(List<SchemaFile> files) {
        int index = random.nextInt(files.size());
        Node root = files.get(index).root();
        Node damaged = root instanceof StructNode struct ? damage(struct) : damage((EnumNode) root);
        if (damaged.equals(root)) {
            return Optional.empty();
        }
        List<SchemaFile> all = new ArrayList<>(files);
        all.set(index, SchemaFile.of(damaged));
        return Optional.of(all);
    }

    private static Node everywhere(Node node, UnaryOperator<Node> edit) {
        if (edit.apply(node) instanceof StructNode struct) {
            List<Node> nested = struct.nested().stream()
                    .map(inner -> everywhere(inner, edit))
                    .toList();
            return new StructNode(struct.id(), struct.name(), struct.members(), nested, struct.doc());
        }
        return edit.apply(node);
    }

    private Node evolve(Node node) {
        Node evolved = node;
        for (int steps = random.nextInt(5); steps > 0; steps--) {
            evolved = evolved instanceof StructNode struct ? step(struct) : step((EnumNode) evolved);
        }
        return evolved;
    }

    private StructNode step(StructNode struct) {
        List<Member> members = new ArrayList<>(struct.members());
        int next = struct.fields().size();
        int index = members.isEmpty() ? 0 : random.nextInt(members.size());
        Member member = members.isEmpty() ? null : members.get(index);
        switch (random.nextInt(7)) {
            case 0 -> members.add(random.nextInt(members.size() + 1), new Field(name(), next, type()));
            case 1 -> members.add(Union.optional(name(), next, data(), "New."));
            case 2 -> Collections.shuffle(members, random);
            case 3 -> {
                if (member instanceof Field field) {
                    members.set(index, new Field(name(), field.ordinal(), field.type(), "Renamed."));
                } else if (member instanceof Union union && !union.isUnnamed()) {
                    members.set(index, new Union(name(), union.alternatives(), ""));
                }
            }
            case 4 -> {
                if (member != null && !member.name().isEmpty() && isFree(CapnpNames.retired(member.name()), struct)) {
                    members.set(index, renamed(member, CapnpNames.retired(member.name())));
                }
            }
            case 5 -> {
                if (member instanceof Field field && field.type().storage().isData()) {
                    members.set(index, Union.nowOptional(field.name(), field.ordinal(), next, field.type(), ""));
                }
            }
            default -> {
                if (member instanceof Union union && union.isUnnamed()) {
                    List<Field> alternatives = new ArrayList<>(union.alternatives());
                    alternatives.add(random.nextInt(alternatives.size()), new Field(name(), next, Type.Basic.TEXT));
                    members.set(index, new Union("", alternatives, ""));
                }
            }
        }
        return new StructNode(struct.id(), struct.name(), members, struct.nested(), struct.doc());
    }

    private EnumNode step(EnumNode node) {
        List<Enumerant> constants = new ArrayList<>(node.enumerants());
        int index = constants.isEmpty() ? 0 : random.nextInt(constants.size());
        switch (random.nextInt(4)) {
            case 0 -> constants.add(index, new Enumerant(name(), constants.size()));
            case 1 -> Collections.shuffle(constants, random);
            case 2 -> {
                if (!constants.isEmpty()) {
                    constants.set(
                            index, new Enumerant(name(), constants.get(index).ordinal()));
                }
            }
            default -> {
                if (!constants.isEmpty()) {
                    Enumerant old = constants.get(index);
                    constants.set(index, new Enumerant(CapnpNames.retired(old.name()), old.ordinal()));
                }
            }
        }
        return new EnumNode(node.id(), node.name(), constants, node.doc());
    }

    private Node damage(StructNode struct) {
        int count = struct.fields().size();
        if (count == 0) {
            return struct;
        }
        int number = random.nextInt(count);
        List<Member> members = new ArrayList<>(struct.members());
        int index = random.nextInt(members.size());
        Member member = members.get(index);
        switch (random.nextInt(6)) {
            case 0 -> {
                members.replaceAll(other -> numbered(other, old -> old >= number ? old + 1 : old));
                members.add(new Field(name(), number, type()));
            }
            case 1 -> {
                int other = random.nextInt(count);
                members.replaceAll(any -> numbered(any, old -> old == number ? other : old == other ? number : old));
            }
            case 2 -> {
                if (member instanceof Field field) {
                    members.remove(index);
                    members.replaceAll(other -> numbered(other, old -> old > field.ordinal() ? old - 1 : old));
                }
            }
            case 3 -> {
                if (member instanceof Field field) {
                    Type other = field.type() == Type.Basic.INT32 ? Type.Basic.UINT32 : Type.Basic.INT32;
                    members.set(index, new Field(field.name(), field.ordinal(), other));
                }
            }
            case 4 -> {
                if (member instanceof Field field && field.type().storage().isData()) {
                    members.replaceAll(other -> numbered(other, old -> old > field.ordinal() ? old + 1 : old));
                    members.set(index, Union.optional(field.name(), field.ordinal(), field.type(), ""));
                }
            }
            default -> {
                if (member instanceof Union union && union.isOptional()) {
                    Field none = alternative(union, Union.NONE);
                    Field some = alternative(union, Union.SOME);
                    members.set(index, new Field(union.name(), some.ordinal(), some.type()));
                    members.replaceAll(other -> numbered(other, old -> old > none.ordinal() ? old - 1 : old));
                }
            }
        }
        return new StructNode(struct.id(), struct.name(), members, struct.nested(), struct.doc());
    }

    private Node damage(EnumNode node) {
        int count = node.enumerants().size();
        if (count < 2) {
            return node;
        }
        int number = random.nextInt(count);
        int other = random.nextInt(count);
        List<Enumerant> constants = new ArrayList<>();
        int edit = random.nextInt(3);
        for (Enumerant constant : node.enumerants()) {
            int old = constant.ordinal();
            if (edit == 0) {
                constants.add(new Enumerant(constant.name(), old >= number ? old + 1 : old, constant.doc()));
            } else if (edit == 1) {
                constants.add(new Enumerant(
                        constant.name(), old == number ? other : old == other ? number : old, constant.doc()));
            } else if (old != number) {
                constants.add(new Enumerant(constant.name(), old > number ? old - 1 : old, constant.doc()));
            }
        }
        if (edit == 0) {
            constants.add(new Enumerant(name(), number));
        }
        return new EnumNode(node.id(), node.name(), constants, node.doc());
    }

    private static Field alternative(Union union, String name) {
        return union.alternatives().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Member numbered(Member member, UnaryOperator<Integer> number) {
        if (member instanceof Union union) {
            List<Field> alternatives = union.alternatives().stream()
                    .map(field -> (Field) numbered(field, number))
                    .toList();
            return new Union(union.name(), alternatives, union.doc());
        }
        Field field = (Field) member;
        return new Field(field.name(), number.apply(field.ordinal()), field.type(), field.doc());
    }

    private static Member renamed(Member member, String name) {
        return member instanceof Union union
                ? new Union(name, union.alternatives(), union.doc())
                : new Field(name, ((Field) member).ordinal(), ((Field) member).type(), member.doc());
    }

    private static boolean isFree(String name, StructNode struct) {
        return struct.members().stream().noneMatch(member -> member.name().equals(name))
                && struct.fields().stream().noneMatch(field -> field.name().equals(name));
    }

    private String name() {
        return "new" + names++;
    }

    private Type type() {
        return random.nextInt(3) == 0 ? new Type.ListOf(data()) : data();
    }

    private Type data() {
        List<Type.Basic> data = List.of(Type.Basic.BOOL, Type.Basic.INT8, Type.Basic.UINT32, Type.Basic.FLOAT64);
        return data.get(random.nextInt(data.size()));
    }
}
