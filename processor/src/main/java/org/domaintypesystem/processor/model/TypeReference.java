package org.domaintypesystem.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import org.domaintypesystem.schema.TypeIds;
import org.jspecify.annotations.Nullable;

/**
 * A type with a codec, as others know it.
 *
 * @param javaType with its type arguments, if it has any
 * @param schemaName its full name in the schema
 * @param id its Cap'n Proto type id
 * @param codec where its codec is
 * @param view where its view is; null if it has none and views show the value itself
 */
public record TypeReference(
        TypeName javaType,
        org.domaintypesystem.schema.TypeName schemaName,
        long id,
        ClassName codec,
        @Nullable ClassName view) {

    /** The class without type arguments. */
    public ClassName javaClass() {
        return javaType instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : (ClassName) javaType;
    }

    /** The class that is generated beside the codec for a purpose, for example {@code Outer_InnerPublisher}. */
    public ClassName companion(String suffix) {
        String name = codec.simpleName();
        return ClassName.get(codec.packageName(), name.substring(0, name.length() - "Codec".length()) + suffix);
    }

    /**
     * A struct that is declared inside this one's schema, with codec and view inside this one's.
     *
     * @param type what it holds in Java
     */
    public TypeReference nested(TypeName type, String name) {
        org.domaintypesystem.schema.TypeName nestedName = schemaName.nested(name);
        ClassName outerCodec = codec.topLevelClassName();
        ClassName outerView = view == null ? null : view.topLevelClassName();
        String path = codec.equals(outerCodec) ? name : codec.simpleName() + name;
        return new TypeReference(
                type,
                nestedName,
                TypeIds.childId(id, name),
                outerCodec.nestedClass(path),
                outerView == null ? null : outerView.nestedClass(path));
    }
}
