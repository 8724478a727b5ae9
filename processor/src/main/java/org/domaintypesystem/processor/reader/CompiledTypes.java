package org.domaintypesystem.processor.reader;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.processor.model.TypeModel.CompiledModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the types of other compilations, from what their codecs say of them. */
final class CompiledTypes {
    private final Elements elements;

    CompiledTypes(Elements elements) {
        this.elements = elements;
    }

    /** The type, if its codec exists and has a schema; null otherwise. */
    @Nullable
    CompiledModel read(TypeReference reference) {
        TypeElement codec = elements.getTypeElement(reference.codec().canonicalName());
        AnnotationMirror schema = codec == null ? null : Annotations.find(codec, CompiledSchema.class);
        if (schema == null) {
            return null;
        }
        Map<String, String> files = new HashMap<>();
        collect(schema, files);
        Schema read = CapnpReader.read(Annotations.text(schema, "file"), files::get);
        return new CompiledModel(reference, read.nodes());
    }

    private static void collect(AnnotationMirror schema, Map<String, String> files) {
        if (files.put(Annotations.text(schema, "file"), Annotations.text(schema, "text")) == null) {
            Annotations.classes(schema, "uses")
                    .map(codec -> ((DeclaredType) codec).asElement())
                    .map(codec -> Annotations.find(codec, CompiledSchema.class))
                    .filter(used -> used != null)
                    .forEach(used -> collect(used, files));
        }
    }
}
