package org.domaintypesystem.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as one line of text that needs no imports: {@code Float64}, {@code List(Text)}, {@code struct brewery.Step},
 * {@code List(enum brewery.Mode)}, {@code struct brewery.Order.Entry3}.
 *
 * <p>The name of a declaration begins with the first part that starts with a letter A to Z; what stands before it is the
 * namespace. Its id follows from the name, or is written behind it: {@code struct brewery.Step @0xc4823d37f52fcc19}.
 */
public final class TypeExpression {
    private static final int MAX_DEPTH = 64;
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern WORD = Pattern.compile("[^\\s().@]+");
    private static final Pattern NAME = Pattern.compile("[^\\s()@]+");
    private static final Pattern ID = Pattern.compile("@0x([0-9a-fA-F]{1,16})");

    private final String text;
    private final Matcher matcher;
    private int at;

    private TypeExpression(String text) {
        this.text = text;
        this.matcher = SPACE.matcher(text);
    }

    /**
     * The type that the text spells.
     *
     * @throws IllegalArgumentException if it spells none, with a message that says where and what was expected there
     */
    public static Type parse(String text) {
        TypeExpression expression = new TypeExpression(text);
        Type type = expression.type(0);
        if (expression.at < text.length()) {
            throw expression.expected("the end of the type");
        }
        return type;
    }

    /** The text that {@link #parse} reads as this type. */
    public static String of(Type type) {
        if (type instanceof Type.ListOf list) {
            return CapnpNames.LIST + '(' + of(list.element()) + ')';
        }
        if (type instanceof Type.StructRef struct) {
            return "struct " + reference(struct.name(), struct.id());
        }
        if (type instanceof Type.EnumRef enumeration) {
            return "enum " + reference(enumeration.name(), enumeration.id());
        }
        return ((Type.Basic) type).keyword();
    }

    private static String reference(TypeName name, long id) {
        return id == TypeIds.typeId(name) ? name.qualified() : name.qualified() + " @0x" + TypeIds.hex(id);
    }

    private Type type(int depth) {
        skipSpace();
        int start = at;
        String word = take(WORD);
        return switch (word) {
            case "struct" -> {
                TypeName name = name();
                yield new Type.StructRef(id(name), name);
            }
            case "enum" -> {
                TypeName name = name();
                yield new Type.EnumRef(id(name), name);
            }
            case CapnpNames.LIST -> list(start, depth);
            default -> basic(word, start);
        };
    }

    private Type basic(String word, int start) {
        for (Type.Basic basic : Type.Basic.values()) {
            if (basic.keyword().equals(word)) {
                return basic;
            }
        }
        at = start;
        throw expected("a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode");
    }

    private Type list(int start, int depth) {
        sign('(');
        if (depth == MAX_DEPTH) {
            at = start;
            throw fault("lists are nested more than " + MAX_DEPTH + " deep");
        }
        Type element = type(depth + 1);
        sign(')');
        if (element == Type.Basic.ANY_POINTER) {
            at = start;
            throw fault("Cap'n Proto has no List(AnyPointer)");
        }
        return new Type.ListOf(element);
    }

    private TypeName name() {
        skipSpace();
        int start = at;
        String qualified = take(NAME);
        int from = 0;
        while (from >= 0 && from < qualified.length() && !isCapital(qualified.charAt(from))) {
            int dot = qualified.indexOf('.', from);
            from = dot < 0 ? -1 : dot + 1;
        }
        if (from < 0 || from >= qualified.length()) {
            at = start;
            throw expected("the name of a type such as brewery.Step");
        }
        String namespace = qualified.substring(0, Math.max(0, from - 1));
        String name = qualified.substring(from);
        Optional<String> fault = CapnpNames.namespaceFault(namespace);
        for (String part : name.split("\\.", -1)) {
            fault = fault.or(() -> CapnpNames.typeNameFault(part));
        }
        fault.ifPresent(problem -> {
            at = start;
            throw fault(problem);
        });
        return new TypeName(namespace, name);
    }

    private long id(TypeName name) {
        skipSpace();
        if (at == text.length() || text.charAt(at) != '@') {
            return TypeIds.typeId(name);
        }
        int start = at;
        if (take(ID).isEmpty()) {
            throw expected("an id such as @0xc4823d37f52fcc19");
        }
        long id = Long.parseUnsignedLong(matcher.group(1), 16);
        if (!TypeIds.isId(id)) {
            at = start;
            throw fault("@0x" + TypeIds.hex(id) + " is not an id: the top bit must be set");
        }
        skipSpace();
        return id;
    }

    private void sign(char sign) {
        skipSpace();
        if (at == text.length() || text.charAt(at) != sign) {
            throw expected("'" + sign + "'");
        }
        at++;
        skipSpace();
    }

    private void skipSpace() {
        take(SPACE);
    }

    private String take(Pattern pattern) {
        matcher.usePattern(pattern).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private IllegalArgumentException expected(String wanted) {
        String found = at == text.length() ? "the end" : "'" + text.substring(at) + "'";
        return fault("expected " + wanted + ", found " + found);
    }

    private IllegalArgumentException fault(String problem) {
        return new IllegalArgumentException("'" + text + "' is not a type: at column " + (at + 1) + ' ' + problem);
    }
}
