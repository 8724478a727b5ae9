package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Type;

/** Reads what is in a type as people think of it: maps are maps, and a number that may be absent is one field. */
final class RowReader {
    /** The alternative of a sealed type that says that there is none. */
    private static final String UNSET = "unset";

    private final StandIns standIns;

    RowReader(StandIns standIns) {
        this.standIns = standIns;
    }

    /** All rows, by number; those that were retired, too. */
    List<CatalogueRow> rows(Node node) {
        List<CatalogueRow> rows = new ArrayList<>();
        if (node instanceof StructNode struct) {
            struct.members().stream()
                    .sorted(Comparator.comparingInt(RowReader::lowestNumber))
                    .forEach(member -> add(member, isSealed(struct), rows));
        } else if (node instanceof Node.EnumNode enumeration) {
            enumeration.enumerants().stream()
                    .sorted(Comparator.comparingInt(Node.Enumerant::ordinal))
                    .forEach(constant -> rows.add(new CatalogueRow(
                            List.of(constant.ordinal()), constant.name(), new ShownType.Nothing(), constant.doc())));
        }
        return rows;
    }

    /** Whether the struct is a union and nothing else. */
    static boolean isSealed(StructNode struct) {
        return struct.members().size() == 1 && struct.members().get(0) instanceof Union union && union.isUnnamed();
    }

    private void add(Member member, boolean isSealed, List<CatalogueRow> rows) {
        if (member instanceof Field field) {
            rows.add(row(field, field.name(), shown(field.type())));
        } else if (member instanceof Union union && union.isOptional()) {
            String doc = Stream.concat(
                            Stream.of(union.doc()),
                            union.alternatives().stream().map(Field::doc))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n"));
            rows.add(new CatalogueRow(numbers(union), union.name(), new ShownType.Optional(some(union)), doc));
        } else if (member instanceof Union union) {
            if (!union.isUnnamed() || !union.doc().isEmpty()) {
                rows.add(new CatalogueRow(List.of(), union.name(), new ShownType.Choice(), union.doc()));
            }
            String prefix = union.isUnnamed() ? "" : union.name() + '.';
            union.alternatives().stream()
                    .sorted(Comparator.comparingInt(Field::ordinal))
                    .filter(field -> !(isSealed && isUnset(field)))
                    .forEach(field -> {
                        ShownType type = shown(field.type());
                        rows.add(row(field, prefix + field.name(), isSealed ? type : new ShownType.Alternative(type)));
                    });
        }
    }

    private static CatalogueRow row(Field field, String name, ShownType type) {
        return new CatalogueRow(List.of(field.ordinal()), name, type, field.doc());
    }

    private ShownType shown(Type type) {
        if (type instanceof Type.ListOf list) {
            if (list.element() instanceof Type.StructRef element) {
                StructNode entry = standIns.entry(element.name());
                if (entry != null) {
                    return new ShownType.MapOf(
                            shown(entry.members().get(0)), shown(entry.members().get(1)));
                }
                StructNode value = standIns.value(element.name());
                if (value != null) {
                    ShownType shown = shown(value.members().get(0));
                    boolean isOptional = shown instanceof ShownType.Optional;
                    return new ShownType.ListOf(isOptional ? shown : new ShownType.Optional(shown));
                }
            }
            return new ShownType.ListOf(shown(list.element()));
        }
        if (type instanceof Type.StructRef struct) {
            StructNode value = standIns.value(struct.name());
            return value == null
                    ? new ShownType.Declared(struct.name())
                    : shown(value.members().get(0));
        }
        if (type instanceof Type.EnumRef enumeration) {
            return new ShownType.Declared(enumeration.name());
        }
        return type == Type.Basic.VOID ? new ShownType.Nothing() : new ShownType.Basic((Type.Basic) type);
    }

    private ShownType shown(Member part) {
        return part instanceof Field field ? shown(field.type()) : new ShownType.Optional(some((Union) part));
    }

    private ShownType some(Union optional) {
        return optional.alternatives().stream()
                .filter(field -> field.name().equals(Union.SOME))
                .map(field -> shown(field.type()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isUnset(Field field) {
        return field.ordinal() == 0
                && field.type() == Type.Basic.VOID
                && field.name().equals(UNSET);
    }

    private static List<Integer> numbers(Member member) {
        return member instanceof Union union
                ? union.alternatives().stream().map(Field::ordinal).sorted().toList()
                : List.of(((Field) member).ordinal());
    }

    private static int lowestNumber(Member member) {
        return numbers(member).get(0);
    }
}
