package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node.StructNode;

/** Compares what two versions of a program read in one message, field by field of the old one, by numbers. */
final class SchemaComparison {
    private final Map<Long, Node> before;
    private final Map<Long, Node> after;
    private final String description;
    private int fields;

    SchemaComparison(Map<Long, Node> before, Map<Long, Node> after, String description) {
        this.before = before;
        this.after = after;
        this.description = description;
    }

    /** How many fields were compared. */
    int fields() {
        return fields;
    }

    void same(StructNode old, Map<String, Object> oldValue, StructNode now, Map<String, Object> newValue) {
        Map<Integer, Object> oldFields = byNumber(old, oldValue);
        Map<Integer, Object> newFields = byNumber(now, newValue);
        for (Field field : old.fields()) {
            Object was = oldFields.get(field.ordinal());
            Object is = newFields.get(field.ordinal());
            Field newField = now.fields().get(field.ordinal());
            if (is == null && was != null && isNowAbsent(now, newField, newFields)) {
                assertThat(was).as(place(old, field)).isIn("0", "false", first(field.type()));
            } else if (was == null || is == null) {
                assertThat(was).as(place(old, field)).isEqualTo(is);
            } else {
                same(field.type(), was, newField.type(), is, place(old, field));
                fields++;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void same(Type old, Object was, Type now, Object is, String place) {
        if (old instanceof Type.ListOf oldList && now instanceof Type.ListOf newList) {
            List<Object> oldElements = (List<Object>) was;
            List<Object> newElements = (List<Object>) is;
            assertThat(oldElements).as(place).hasSameSizeAs(newElements);
            for (int i = 0; i < oldElements.size(); i++) {
                same(oldList.element(), oldElements.get(i), newList.element(), newElements.get(i), place);
            }
        } else if (old instanceof Type.StructRef oldStruct && now instanceof Type.StructRef newStruct) {
            same(
                    (StructNode) before.get(oldStruct.id()),
                    (Map<String, Object>) was,
                    (StructNode) after.get(newStruct.id()),
                    (Map<String, Object>) is);
        } else if (old instanceof Type.EnumRef oldEnum && now instanceof Type.EnumRef newEnum) {
            assertThat(number(before.get(oldEnum.id()), (String) was))
                    .as(place)
                    .isEqualTo(number(after.get(newEnum.id()), (String) is));
        } else {
            assertThat(was).as(place).isEqualTo(is);
        }
    }

    /** The numbers of constants; what has no name is printed as its number. */
    private static int number(Node node, String constant) {
        return ((Node.EnumNode) node)
                .enumerants().stream()
                        .filter(enumerant -> enumerant.name().equals(constant))
                        .map(Node.Enumerant::ordinal)
                        .findFirst()
                        .orElseGet(() -> Integer.valueOf(constant));
    }

    private String first(Type type) {
        return type instanceof Type.EnumRef reference
                ? ((Node.EnumNode) before.get(reference.id()))
                        .enumerants().stream()
                                .filter(constant -> constant.ordinal() == 0)
                                .map(Node.Enumerant::name)
                                .findFirst()
                                .orElse("0")
                : "0";
    }

    /** Whether the new version says that a value is absent for which the old one has no word. */
    private static boolean isNowAbsent(StructNode now, Field field, Map<Integer, Object> fields) {
        return now.members().stream()
                .filter(member ->
                        member instanceof Union union && union.alternatives().contains(field))
                .map(Union.class::cast)
                .anyMatch(union -> union.alternatives().stream()
                        .anyMatch(other -> other.name().equals(Union.NONE) && fields.containsKey(other.ordinal())));
    }

    /** The values of a struct, those in unions too, by their numbers. */
    private static Map<Integer, Object> byNumber(StructNode struct, Map<String, Object> value) {
        Map<Integer, Object> fields = new HashMap<>();
        for (Member member : struct.members()) {
            if (member instanceof Union union) {
                Object content = union.isUnnamed() ? value : value.get(union.name());
                if (content instanceof Map<?, ?> chosen) {
                    union.alternatives().forEach(field -> put(field, chosen, fields));
                }
            } else if (member instanceof Field field) {
                put(field, value, fields);
            }
        }
        return fields;
    }

    private static void put(Field field, Map<?, ?> value, Map<Integer, Object> into) {
        Object content = value.get(field.name());
        if (content != null) {
            into.put(field.ordinal(), content);
        }
    }

    private String place(StructNode struct, Field field) {
        return description + ", " + struct.name() + '.' + field.name();
    }
}
