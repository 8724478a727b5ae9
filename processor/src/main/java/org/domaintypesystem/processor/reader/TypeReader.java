package org.domaintypesystem.processor.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;
import org.domaintypesystem.annotation.Retain;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.GenericModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeModel.UnsupportedModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.jspecify.annotations.Nullable;

/** Reads annotated and imported types into models. Lives for one round of the compiler. */
public final class TypeReader {
    private final Elements elements;
    private final TypeReferences references;
    private final Docs docs;
    private final Lombok lombok;
    private final AdapterFaults adapterFaults;
    private final StructReader structs;
    private final SealedReader sealed;
    private final EnumReader enums;
    private final RetiredReader retired;
    private final CompiledTypes compiled;
    private final Sources sources;
    private final Map<TypeReference, TypeModel> known = new HashMap<>();

    /**
     * @param sources the types of this compilation that codecs are generated for
     * @param adapters full names of adapters that serve all types
     */
    public TypeReader(Elements elements, Types types, Sources sources, List<String> adapters) {
        this.elements = elements;
        this.references = new TypeReferences(elements);
        this.docs = new Docs(elements);
        this.lombok = new Lombok(elements);
        this.adapterFaults = new AdapterFaults(elements, types);
        this.retired = new RetiredReader(elements, references, sources);
        this.structs = new StructReader(
                elements, types, new AdapterReader(elements, types, adapters), references, retired, docs);
        this.sealed = new SealedReader(references, retired, docs);
        this.enums = new EnumReader(retired, docs);
        this.compiled = new CompiledTypes(elements);
        this.sources = sources;
    }

    /** Reads a type that codecs are generated for, and all types that its values can contain. */
    public TypeGraph read(Source source) {
        TypeModel root = model(source);
        Map<TypeReference, TypeModel> reachable = new HashMap<>();
        Deque<TypeModel> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            TypeModel model = open.pop();
            if (reachable.putIfAbsent(model.reference(), model) == null) {
                References.of(model).stream()
                        .map(this::model)
                        .filter(referenced -> referenced != null)
                        .forEach(open::push);
            }
        }
        return new TypeGraph(root, reachable);
    }

    private TypeModel model(Source source) {
        TypeReference reference = source.isImported()
                ? references.imported(source.type(), source.home(elements))
                : references.of(source.type(), source.home(elements)).orElseThrow();
        TypeModel model = known.get(reference);
        if (model == null) {
            model = declared(source, reference);
            known.put(reference, model);
        }
        return model;
    }

    /** A type that another one refers to; null if it has no codec. */
    private @Nullable TypeModel model(TypeReference reference) {
        TypeModel model = known.get(reference);
        if (model == null) {
            Source source = sources.find(reference);
            model = source == null ? compiled.read(reference) : declared(source, reference);
            if (model != null) {
                known.put(reference, model);
            }
        }
        return model;
    }

    private TypeModel declared(Source source, TypeReference reference) {
        TypeElement type = source.type();
        Declaration declaration = new Declaration(
                source.origin(),
                type,
                isPublic(type),
                Annotations.has(type, DtsType.class) && !source.isImported(),
                says(type, "retain", Retain.LAST),
                says(type, "delivery", Reliability.RELIABLE),
                docs.of(type),
                faults(source, reference));
        if (!declaration.faults().isEmpty()) {
            return new UnsupportedModel(reference, declaration);
        }
        if (!type.getTypeParameters().isEmpty()) {
            return new GenericModel(
                    reference, declaration, retired.read(type, reference.codec().packageName()));
        }
        boolean isSealed = type.getModifiers().contains(Modifier.SEALED);
        return switch (type.getKind()) {
            case ENUM -> enums.read(type, reference, declaration);
            case INTERFACE -> sealed.read(type, reference, declaration);
            default ->
                isSealed
                        ? sealed.read(type, reference, declaration)
                        : withLombok(structs.read(type, reference, declaration));
        };
    }

    private static boolean says(TypeElement type, String name, Enum<?> constant) {
        AnnotationMirror mark = Annotations.find(type, DtsType.class);
        return mark != null && Annotations.constant(mark, name).equals(constant.name());
    }

    private List<Fault> faults(Source source, TypeReference reference) {
        List<Fault> faults = new ArrayList<>(Unsuitable.faults(source));
        faults.addAll(adapterFaults.of(source.type(), reference.codec().packageName()));
        return faults;
    }

    /** A type that cannot be taken as Lombok has not done what it is to do. */
    private TypeModel withLombok(StructModel model) {
        Declaration declaration = model.declaration();
        boolean isUsable = !(model.construction() instanceof Construction.Missing)
                && model.properties().stream().allMatch(TypeReader::isReadable);
        if (isUsable || !lombok.isPending(declaration.type())) {
            return model;
        }
        String name = declaration.type().getSimpleName().toString();
        Fault missing = new Fault(declaration.element(), Advice.lombokMissing(name));
        return new UnsupportedModel(model.reference(), declaration.withFaults(List.of(missing)));
    }

    private static boolean isReadable(Property property) {
        return !(property.value().kind() instanceof Kind.Unsupported unsupported)
                || !unsupported.advice().equals(Advice.unreadable(property.name()));
    }

    private static boolean isPublic(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
