package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import java.util.Locale;
import org.domaintypesystem.schema.TypeName;

/** What Java names are called in a schema. */
final class SchemaNames {
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
}
