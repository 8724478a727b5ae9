package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.model.ValueModel;

/** Reads sealed interfaces and classes. Number 0 is that of a value which is none of the subtypes. */
final class SealedReader {
    private final TypeReferences references;
    private final RetiredReader retired;
    private final Docs docs;

    SealedReader(TypeReferences references, RetiredReader retired, Docs docs) {
        this.references = references;
        this.retired = retired;
        this.docs = docs;
    }

    SealedModel read(TypeElement type, TypeReference reference, Declaration declaration) {
        List<Subtype> subtypes = new ArrayList<>();
        List<StructModel> locals = new ArrayList<>();
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement element = (TypeElement) ((DeclaredType) permitted).asElement();
            subtypes.add(subtype(element, subtypes.size() + 1, reference, declaration, locals));
        }
        // A subtype may extend another one, and then is one, too: it has to be asked for first.
        subtypes.sort(Comparator.comparingInt(subtype -> -superclassesAmong(type, subtype.element())));
        return new SealedModel(
                reference,
                declaration,
                subtypes,
                retired.read(type, reference.codec().packageName()),
                locals);
    }

    /** How many superclasses of a subtype are subtypes themselves. */
    private static int superclassesAmong(TypeElement sealed, TypeElement subtype) {
        int count = 0;
        TypeMirror at = subtype.getSuperclass();
        while (at instanceof DeclaredType superclass) {
            TypeElement element = (TypeElement) superclass.asElement();
            count += sealed.getPermittedSubclasses().stream()
                            .anyMatch(permitted ->
                                    ((DeclaredType) permitted).asElement().equals(element))
                    ? 1
                    : 0;
            at = element.getSuperclass();
        }
        return count;
    }

    private Subtype subtype(
            TypeElement element, int position, TypeReference owner, Declaration declaration, List<StructModel> locals) {
        Numbering numbering = PropertyReader.numbering(element);
        String chosen = PropertyReader.chosenName(numbering);
        int ordinal = numbering.isExplicit() ? numbering.ordinal() : position;
        String name = element.getSimpleName().toString();
        return new Subtype(
                chosen.isEmpty() ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : chosen,
                kind(element, ordinal, owner, declaration, locals),
                ClassName.get(element),
                ordinal,
                numbering,
                Annotations.has(element, DtsUnknown.class),
                docs.of(element),
                element);
    }

    private Kind kind(
            TypeElement element, int ordinal, TypeReference owner, Declaration declaration, List<StructModel> locals) {
        Optional<TypeReference> reference = references.of(element, owner.codec().packageName());
        if (reference.isEmpty()) {
            return new Kind.Unsupported(
                    Advice.subtypeNotAnnotated(element.getSimpleName().toString()));
        }
        if (!element.getTypeParameters().isEmpty()) {
            return new Kind.Unsupported(
                    Advice.genericSubtype(element.getSimpleName().toString()));
        }
        if (element.getKind() != ElementKind.ENUM) {
            return new Kind.Struct(reference.get());
        }
        // The union has room for a pointer only, so a constant gets a struct around it.
        TypeReference wrapper = owner.nested(ClassName.get(element), "Value" + ordinal);
        ValueModel constant = new ValueModel(
                new Kind.Constant(reference.get()),
                Absence.NEVER,
                reference.get().javaType());
        locals.add(new StructModel(
                wrapper,
                declaration,
                false,
                List.of(new Property("value", "value", constant, "", 0, Numbering.NONE, false, "", element)),
                new Construction.Itself(),
                List.of(),
                List.of()));
        return new Kind.Struct(wrapper);
    }
}
