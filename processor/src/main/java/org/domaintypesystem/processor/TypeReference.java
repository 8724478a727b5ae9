package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import org.domaintypesystem.schema.TypeName;

/** An annotated type as others know it: its class, and its name in the schema. */
record TypeReference(ClassName javaType, TypeName schemaName) {

    /** The class that is generated beside it for a purpose, for example {@code Outer_InnerCodec}. */
    ClassName companion(String suffix) {
        return ClassName.get(javaType.packageName(), String.join("_", javaType.simpleNames()) + suffix);
    }

    ClassName codec() {
        return companion("Codec");
    }

    ClassName view() {
        return companion("View");
    }
}
