package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import java.util.Locale;
import java.util.regex.Pattern;
import org.domaintypesystem.schema.TypeName;

/** What Java names are called in a schema, and which ones cannot be there. */
final class SchemaNames {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_+[A-Za-z0-9]+)*_*");
    private static final Pattern PACKAGE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*)?");

    private SchemaNames() {}

    /** The name of a type: the package is the namespace, and {@code Outer.Inner} is called {@code OuterInner}. */
    static TypeName of(ClassName type) {
        return new TypeName(type.packageName(), String.join("", type.simpleNames()));
    }

    /** An enum's constant in lower camel case: {@code COLD_CRASH} is {@code coldCrash}, {@code mixed} stays. */
    static String ofConstant(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            boolean shouting = word.equals(word.toUpperCase(Locale.ROOT));
            String rest = shouting ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1);
            String first = word.substring(0, 1);
            name.append(name.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                    .append(rest);
        }
        return name.toString();
    }

    static boolean isType(String name) {
        return TYPE.matcher(name).matches();
    }

    static boolean isMember(String name) {
        return MEMBER.matcher(name).matches();
    }

    static boolean isConstant(String name) {
        return CONSTANT.matcher(name).matches();
    }

    static boolean isNamespace(String name) {
        return PACKAGE.matcher(name).matches();
    }
}
