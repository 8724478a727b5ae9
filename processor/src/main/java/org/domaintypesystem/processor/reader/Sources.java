package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;
import org.domaintypesystem.processor.model.TypeReference;
import org.jspecify.annotations.Nullable;

/** The types of a compilation that codecs are generated for, by the class of the codec. */
public final class Sources {
    private final Elements elements;
    private final TypeReferences references;
    private final Map<ClassName, Source> byCodec = new LinkedHashMap<>();
    private final Map<ClassName, TypeReference> known = new LinkedHashMap<>();

    public Sources(Elements elements) {
        this.elements = elements;
        this.references = new TypeReferences(elements);
    }

    /** Adds a type; if there is one with the same codec, that is replaced, since each round has elements of its own. */
    public void add(Source source) {
        String home = source.home(elements);
        TypeReference reference = source.isImported()
                ? references.imported(source.type(), home)
                : references.of(source.type(), home).orElseThrow();
        byCodec.put(reference.codec(), source);
        known.put(reference.codec(), reference);
    }

    /** All of them, as others refer to them. */
    Stream<TypeReference> references() {
        return known.values().stream();
    }

    @Nullable
    Source find(TypeReference reference) {
        Source source = byCodec.get(reference.codec());
        // Elements of an earlier round may lack what other processors have added to the type since.
        return source == null ? null : source.renewed(elements);
    }
}
