package org.domaintypesystem.codec;

import java.util.HashMap;
import java.util.Map;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.SchemaSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the schema of a type from its codec and from those that it uses. */
final class SchemaLoader {
    private final Map<String, String> texts = new HashMap<>();

    private SchemaLoader() {}

    static Schema load(TypeDescriptor type, @Nullable Class<?> codec) {
        CompiledSchema root = codec == null ? null : codec.getAnnotation(CompiledSchema.class);
        if (root == null) {
            throw new IllegalStateException("the schema of " + type.name() + " is not known here: "
                    + (codec == null
                            ? "nothing but its ids is"
                            : codec.getName() + " carries none; compile its type again with this version of DTS"));
        }
        Schema schema = read(type, root);
        if (schema.root().id() != type.typeId() || SchemaFingerprint.schemaId(schema) != type.schemaId()) {
            throw new IllegalStateException("the schema that is here is not that which " + type.name()
                    + " was compiled with: a type that it refers to has been compiled without it; compile "
                    + type.name() + " again");
        }
        return schema;
    }

    private static Schema read(TypeDescriptor type, CompiledSchema root) {
        try {
            SchemaLoader loader = new SchemaLoader();
            loader.collect(root);
            return CapnpReader.read(root.file(), loader.texts::get);
        } catch (SchemaSyntaxException | TypeNotPresentException | LinkageError e) {
            throw new IllegalStateException(
                    "the schema of " + type.name() + " cannot be read, since a type that it refers to is missing or was"
                            + " compiled by another version of DTS: " + e.getMessage(),
                    e);
        }
    }

    private void collect(CompiledSchema schema) {
        if (texts.put(schema.file(), schema.text()) == null) {
            for (Class<?> codec : schema.uses()) {
                CompiledSchema used = codec.getAnnotation(CompiledSchema.class);
                if (used != null) {
                    collect(used);
                }
            }
        }
    }
}
