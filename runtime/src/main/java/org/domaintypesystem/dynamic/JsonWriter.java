package org.domaintypesystem.dynamic;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; {@link DynamicStruct#writeJson} says how. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private final boolean isPretty;
    private int indent;

    JsonWriter(Appendable out, JsonStyle style) {
        this.out = out;
        this.isPretty = style == JsonStyle.PRETTY;
    }

    void struct(DynamicStruct struct) throws IOException {
        StructPlan plan = struct.plan();
        boolean isFirst = true;
        out.append('{');
        indent++;
        for (MemberPlan member : plan.members()) {
            if (member instanceof FieldPlan field) {
                if (struct.holds(field)) {
                    name(field.name(), isFirst);
                    value(
                            field.get(struct),
                            field.scalar() != null && field.scalar().isWide());
                    isFirst = false;
                }
            } else {
                name(member.name(), isFirst);
                value(member.get(struct), false);
                isFirst = false;
            }
        }
        UnionPlan unnamed = plan.unnamed();
        if (unnamed != null && unnamed.held(struct.data()) == null) {
            name(Integer.toString(unnamed.tag(struct.data())), isFirst);
            out.append("null");
            isFirst = false;
        }
        end('}', isFirst);
    }

    /** @param isWide whether a number is in quotes */
    private void value(@Nullable Object value, boolean isWide) throws IOException {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof DynamicStruct struct) {
            struct(struct);
        } else if (value instanceof StructList structs && structs.element().hasTextualKey()) {
            map(structs);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof ByteBuffer bytes) {
            data(bytes);
        } else if (value instanceof DynamicUnion union) {
            union(union);
        } else if (value instanceof DynamicEnum constant) {
            if (constant.isKnown()) {
                text(constant.toString());
            } else {
                plain(constant.toString(), false);
            }
        } else if (value instanceof Double || value instanceof Float) {
            plain(value.toString(), !Double.isFinite(((Number) value).doubleValue()));
        } else if (value instanceof Number && !(value instanceof BigDecimal)) {
            plain(value.toString(), isWide);
        } else if (value instanceof Boolean) {
            plain(value.toString(), false);
        } else {
            text(value.toString());
        }
    }

    private void plain(String token, boolean isQuoted) throws IOException {
        if (isQuoted) {
            out.append('"').append(token).append('"');
        } else {
            out.append(token);
        }
    }

    private void list(List<?> list) throws IOException {
        boolean isWide = list instanceof ScalarList scalars && scalars.element().isWide();
        boolean isOnLines = isPretty && list instanceof StructList;
        boolean isFirst = true;
        out.append('[');
        indent++;
        for (Object element : list) {
            separate(isFirst, isOnLines);
            value(element, isWide);
            isFirst = false;
        }
        indent--;
        if (isOnLines && !isFirst) {
            line();
        }
        out.append(']');
    }

    /** As the list that it is if a key is null, which no name of JSON is. */
    private void map(StructList entries) throws IOException {
        Map<String, DynamicStruct> byKey = new LinkedHashMap<>();
        for (DynamicStruct entry : entries) {
            Object key = entry.get("key");
            if (key == null) {
                list(entries);
                return;
            }
            byKey.put(key.toString(), entry);
        }
        boolean isFirst = true;
        out.append('{');
        indent++;
        for (Map.Entry<String, DynamicStruct> entry : byKey.entrySet()) {
            name(entry.getKey(), isFirst);
            DynamicStruct struct = entry.getValue();
            boolean isWide = struct.plan().member("value") instanceof FieldPlan field
                    && field.scalar() != null
                    && field.scalar().isWide();
            value(struct.get("value"), isWide);
            isFirst = false;
        }
        end('}', isFirst);
    }

    private void union(DynamicUnion union) throws IOException {
        out.append('{');
        indent++;
        name(union.name() == null ? Integer.toString(union.number()) : union.name(), true);
        value(union.value(), false);
        end('}', false);
    }

    private void data(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.append('"').append(Base64.getEncoder().encodeToString(copy)).append('"');
    }

    private void name(String name, boolean isFirst) throws IOException {
        separate(isFirst, isPretty);
        text(name);
        out.append(isPretty ? ": " : ":");
    }

    private void separate(boolean isFirst, boolean isOnLines) throws IOException {
        if (!isFirst) {
            out.append(isPretty && !isOnLines ? ", " : ",");
        }
        if (isOnLines) {
            line();
        }
    }

    private void end(char bracket, boolean isEmpty) throws IOException {
        indent--;
        if (isPretty && !isEmpty) {
            line();
        }
        out.append(bracket);
    }

    private void line() throws IOException {
        out.append('\n');
        for (int i = 0; i < indent; i++) {
            out.append("  ");
        }
    }

    private void text(String text) throws IOException {
        out.append('"');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || isHalf(text, i)) {
                out.append(text, start, i);
                escape(c);
                start = i + 1;
            }
        }
        out.append(text, start, text.length()).append('"');
    }

    /** Whether a character is half of a surrogate pair without the other half. */
    private static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >>> shift & 0xF));
                }
            }
        }
    }
}
