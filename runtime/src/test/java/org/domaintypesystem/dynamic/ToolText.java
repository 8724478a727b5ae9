package org.domaintypesystem.dynamic;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.testing.DecodedValue;

/** A struct as {@code capnp decode} shows it, in the form of {@link DecodedValue}: maps, lists and texts. */
final class ToolText {
    private ToolText() {}

    static Map<String, Object> of(DynamicStruct struct) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Member member : struct.node().members()) {
            if (member instanceof Member.Field field) {
                put(shown, field, struct.get(field.name()));
            } else if (member instanceof Member.Union union && union.isUnnamed()) {
                DynamicUnion which = struct.which();
                put(shown, alternative(union, which.name()), which.value());
            } else if (member instanceof Member.Union union) {
                Object value = struct.get(union.name());
                Map<String, Object> content = new LinkedHashMap<>();
                put(content, alternative(union, value == null ? Member.Union.NONE : Member.Union.SOME), value);
                shown.put(union.name(), content);
            }
        }
        return shown;
    }

    private static Member.Field alternative(Member.Union union, String name) {
        return union.alternatives().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The tool leaves out null pointers. */
    private static void put(Map<String, Object> shown, Member.Field field, Object value) {
        if (value != null || field.type() == Type.Basic.VOID) {
            shown.put(field.name(), of(value));
        }
    }

    private static Object of(Object value) {
        if (value == null) {
            return "void";
        }
        if (value instanceof DynamicStruct struct) {
            return of(struct);
        }
        if (value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>();
            list.forEach(element -> shown.add(of(element)));
            return shown;
        }
        if (value instanceof ByteBuffer bytes) {
            return data(bytes);
        }
        return value instanceof String ? "\"" + value + '"' : value.toString().replaceFirst("\\.0$", "");
    }

    /** Bytes that are printable are printed, others escaped. */
    private static String data(ByteBuffer bytes) {
        StringBuilder text = new StringBuilder("\"");
        while (bytes.hasRemaining()) {
            int b = bytes.get() & 0xFF;
            String escapes = "\u0007a\bb\ff\nn\rr\tt\u000Bv\"\"''\\\\";
            int escape = escapes.indexOf(b);
            if (escape >= 0 && escape % 2 == 0) {
                text.append('\\').append(escapes.charAt(escape + 1));
            } else if (b < 0x20 || b > 0x7E) {
                text.append("\\%03o".formatted(b));
            } else {
                text.append((char) b);
            }
        }
        return text.append('"').toString();
    }
}
