package org.domaintypesystem.processor.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.UnsupportedModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.jspecify.annotations.Nullable;

/** Reads annotated and imported types into models. Lives for one round of the compiler. */
public final class TypeReader {
    private final Elements elements;
    private final TypeReferences references;
    private final Docs docs;
    private final StructReader structs;
    private final SealedReader sealed;
    private final EnumReader enums;
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
        this.structs =
                new StructReader(elements, types, new AdapterReader(elements, types, adapters), references, docs);
        this.sealed = new SealedReader(references, docs);
        this.enums = new EnumReader(docs);
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
                docs.of(type),
                faults(source));
        if (!declaration.faults().isEmpty()) {
            return new UnsupportedModel(reference, declaration);
        }
        boolean isSealed = type.getModifiers().contains(Modifier.SEALED);
        return switch (type.getKind()) {
            case ENUM -> enums.read(type, reference, declaration);
            case INTERFACE -> sealed.read(type, reference, declaration);
            default ->
                isSealed
                        ? sealed.read(type, reference, declaration)
                        : structs.read(type, reference, declaration, RetiredReader.read(type));
        };
    }

    private List<Fault> faults(Source source) {
        TypeElement type = source.type();
        String name = type.getSimpleName().toString();
        List<Fault> faults = new ArrayList<>();
        boolean isMessage = Annotations.has(type, DtsType.class);
        if (isMessage && Annotations.has(type, DtsValue.class)) {
            faults.add(Fault.at(type, Annotations.find(type, DtsValue.class), null, Advice.bothAnnotations(name)));
        }
        boolean isSealed = type.getModifiers().contains(Modifier.SEALED);
        boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
        switch (type.getKind()) {
            case ENUM -> {
                if (isMessage) {
                    faults.add(new Fault(source.origin(), Advice.enumAsMessage(name)));
                }
            }
            case ANNOTATION_TYPE -> faults.add(new Fault(source.origin(), Advice.annotation(name)));
            case INTERFACE -> {
                if (!isSealed) {
                    faults.add(new Fault(source.origin(), Advice.plainInterface(name)));
                }
            }
            default -> {
                if (isAbstract && !isSealed) {
                    faults.add(new Fault(source.origin(), Advice.abstractClass(name)));
                }
                if (isSealed && !isAbstract) {
                    faults.add(new Fault(source.origin(), Advice.concreteSealedClass(name)));
                }
                foreignSuperclass(source, faults);
            }
        }
        if (type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)) {
            faults.add(new Fault(source.origin(), Advice.innerClass(name)));
        }
        if (!type.getTypeParameters().isEmpty() && (isMessage || isSealed)) {
            faults.add(new Fault(source.origin(), Advice.generic(name)));
        }
        return faults;
    }

    private static void foreignSuperclass(Source source, List<Fault> faults) {
        if (source.type().getKind() != ElementKind.CLASS) {
            return;
        }
        TypeElement at = source.type();
        while (at.getSuperclass() instanceof DeclaredType superclass) {
            at = (TypeElement) superclass.asElement();
            String name = at.getQualifiedName().toString();
            if (name.startsWith("java.") && !name.equals("java.lang.Object")) {
                faults.add(new Fault(
                        source.origin(),
                        Advice.foreignSuperclass(source.type().getSimpleName().toString(), name)));
                return;
            }
        }
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
