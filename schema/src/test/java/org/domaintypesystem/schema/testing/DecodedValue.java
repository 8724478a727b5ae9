package org.domaintypesystem.schema.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@code capnp decode} prints: structs become maps, lists become lists, everything else stays text. The number
 * of a constant without a name is printed in parentheses, which are left out.
 */
public final class DecodedValue {
    private final String text;
    private int at;

    private DecodedValue(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> struct(String text) {
        return (Map<String, Object>) new DecodedValue(text).value();
    }

    private Object value() {
        skipSpace();
        char c = text.charAt(at);
        if (c == '(') {
            Map<String, Object> struct = new LinkedHashMap<>();
            at++;
            while (!ends(')')) {
                String name = word();
                skipSpace();
                boolean isNumber = text.charAt(at) == ')';
                at++;
                if (isNumber) {
                    return name;
                }
                struct.put(name, value());
            }
            return struct;
        }
        if (c == '[') {
            List<Object> list = new ArrayList<>();
            at++;
            while (!ends(']')) {
                list.add(value());
            }
            return list;
        }
        return word();
    }

    private boolean ends(char end) {
        skipSpace();
        if (text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
        if (text.charAt(at) != end) {
            return false;
        }
        at++;
        return true;
    }

    private String word() {
        skipSpace();
        int start = at;
        boolean quoted = false;
        while (quoted || ",=()[] \n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                quoted = !quoted;
            }
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
