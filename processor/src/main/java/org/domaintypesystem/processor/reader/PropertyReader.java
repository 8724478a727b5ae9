package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsIgnore;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.model.ValueModel;
import org.jspecify.annotations.Nullable;

/** Reads what a record or a class holds: components, or fields with what reads them. */
final class PropertyReader {
    private final ValueReader values;
    private final Docs docs;

    PropertyReader(ValueReader values, Docs docs) {
        this.values = values;
        this.docs = docs;
    }

    /** The properties of a type, in the order of declaration, those of superclasses first. */
    List<Property> read(Members members, TypeReference owner, Declaration declaration, LocalStructs locals) {
        List<Found> found = members.element().getKind() == ElementKind.RECORD ? components(members) : fields(members);
        List<Property> properties = new ArrayList<>();
        int next = 0;
        for (Found one : found) {
            Numbering numbering = numbering(one);
            int ordinal = numbering.isExplicit() ? numbering.ordinal() : next;
            Place place = new Place(owner.codec().packageName(), one.elements(), owner, ordinal, locals, declaration);
            ValueModel value = one.fault().isEmpty() ? value(one, place) : unsupported(one);
            properties.add(new Property(
                    one.name(),
                    schemaName(one, numbering),
                    value,
                    one.access(),
                    ordinal,
                    numbering,
                    one.elements().stream().anyMatch(element -> Annotations.has(element, DtsKey.class)),
                    one.doc(),
                    one.element()));
            next += value.isUnion() ? 2 : 1;
        }
        return properties;
    }

    /**
     * A property before its value is read.
     *
     * @param access how generated code reads it
     * @param isOptional whether that gives null, as it takes an {@code Optional} apart
     * @param elements all declarations that may have annotations for it
     * @param element where messages point
     * @param fault why it cannot be read; empty if it can
     */
    private record Found(
            String name,
            TypeMirror type,
            String access,
            boolean isOptional,
            List<Element> elements,
            Element element,
            String doc,
            String fault) {}

    private ValueModel value(Found found, Place place) {
        ValueModel value = values.property(found.type(), place);
        return found.isOptional() && value.absence() == Absence.NEVER
                ? new ValueModel(value.kind(), Absence.NULL, value.javaType())
                : value;
    }

    private static ValueModel unsupported(Found found) {
        return new ValueModel(new Kind.Unsupported(found.fault()), Absence.NEVER, ValueReader.typeName(found.type()));
    }

    private List<Found> components(Members members) {
        TypeElement record = members.element();
        List<Found> found = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            VariableElement field = fieldOf(record, name);
            ExecutableElement accessor = component.getAccessor();
            // Compilers know a field's line more reliably than a component's.
            List<Element> elements = field == null ? List.of(component, accessor) : List.of(field, component, accessor);
            boolean isIgnored = elements.stream().anyMatch(element -> Annotations.has(element, DtsIgnore.class));
            found.add(new Found(
                    name,
                    // The field's type has its annotations on every compiler.
                    field == null ? members.typeOf(accessor).getReturnType() : members.typeOf(field),
                    name + "()",
                    false,
                    elements,
                    elements.get(0),
                    docs.ofComponent(record, name),
                    isIgnored ? Advice.ignoredComponent(name) : ""));
        }
        return found;
    }

    private static @Nullable VariableElement fieldOf(TypeElement record, String name) {
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Found> fields(Members members) {
        List<Found> found = new ArrayList<>();
        for (TypeElement type : members.lineage()) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (isState(field)) {
                    Found property = field(field, members, hiddenBy(field, found));
                    if (property.elements().stream().noneMatch(e -> Annotations.has(e, DtsIgnore.class))) {
                        found.add(property);
                    }
                }
            }
        }
        return found;
    }

    /** What is wrong with a field if a superclass has one of the same name. */
    private static String hiddenBy(VariableElement field, List<Found> inherited) {
        return inherited.stream()
                .filter(other -> field.getSimpleName().contentEquals(other.name()))
                .findFirst()
                .map(other -> Advice.hides(
                        other.name(), String.valueOf(other.element().getEnclosingElement())))
                .orElse("");
    }

    private static boolean isState(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && field.getSimpleName().toString().indexOf('$') < 0;
    }

    private Found field(VariableElement field, Members members, String fault) {
        String name = field.getSimpleName().toString();
        TypeMirror type = members.typeOf(field);
        ExecutableElement getter = getter(name, type, members);
        if (getter == null) {
            boolean isReadable = members.isAccessible(field) || !fault.isEmpty();
            return new Found(
                    name,
                    type,
                    name,
                    false,
                    List.of(field),
                    field,
                    docs.of(field),
                    isReadable ? fault : Advice.unreadable(name));
        }
        TypeMirror returned = members.typeOf(getter).getReturnType();
        boolean isOptional = members.isOptionalOf(returned, type);
        return new Found(
                name,
                // Where both have the type, the field's is the one that surely has the annotations.
                isOptional || members.isSameType(returned, type) ? type : returned,
                getter.getSimpleName() + (isOptional ? "().orElse(null)" : "()"),
                isOptional,
                List.of(field, getter),
                field,
                Docs.first(docs.of(field), docs.of(getter)),
                fault);
    }

    private static @Nullable ExecutableElement getter(String name, TypeMirror type, Members members) {
        return getterNames(name, members.isBoolean(type))
                .flatMap(candidate -> members.instanceMethods(candidate, 0).stream())
                .filter(method -> isGetter(method, name, type, members))
                .findFirst()
                .orElse(null);
    }

    private static boolean isGetter(ExecutableElement method, String field, TypeMirror type, Members members) {
        TypeMirror returned = members.typeOf(method).getReturnType();
        if (returned.getKind() == TypeKind.VOID || members.throwsChecked(method)) {
            return false;
        }
        // A method that is merely called like the field may do anything.
        return !method.getSimpleName().contentEquals(field)
                || members.isAssignable(type, returned)
                || members.isOptionalOf(returned, type);
    }

    private static Stream<String> getterNames(String field, boolean isBoolean) {
        String capital = capitalized(field);
        // A flag that is called isOpen is read by isOpen(), too.
        return Stream.of("get" + capital, "is" + capital, field, "get" + field)
                .filter(name -> isBoolean || !name.equals("is" + capital));
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Numbering numbering(Found found) {
        return found.elements().stream()
                .map(PropertyReader::numbering)
                .filter(numbering -> numbering.annotation() != null)
                .findFirst()
                .orElse(Numbering.NONE);
    }

    /** The numbers that a declaration has. */
    static Numbering numbering(Element element) {
        AnnotationMirror annotation = Annotations.find(element, DtsField.class);
        return annotation == null
                ? Numbering.NONE
                : new Numbering(
                        Annotations.integer(annotation, "value", -1),
                        Annotations.integer(annotation, "absent", -1),
                        element,
                        annotation);
    }

    /** The name that is chosen beside a number; empty for none. */
    static String chosenName(Numbering numbering) {
        return numbering.annotation() == null ? "" : Annotations.text(numbering.annotation(), "name");
    }

    private static String schemaName(Found found, Numbering numbering) {
        String chosen = chosenName(numbering);
        return chosen.isEmpty() ? found.name() : chosen;
    }
}
