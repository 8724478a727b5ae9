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
            ValueModel value = one.access() == null ? unreadable(one) : values.property(one.type(), place);
            properties.add(new Property(
                    one.name(),
                    schemaName(one, numbering),
                    value,
                    one.access() == null ? one.name() : one.access(),
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
     * @param access null if generated code cannot read it
     * @param elements all declarations that may have annotations for it
     * @param element where messages point
     */
    private record Found(
            String name,
            TypeMirror type,
            @Nullable String access,
            List<Element> elements,
            Element element,
            String doc) {}

    private List<Found> components(Members members) {
        TypeElement record = members.element();
        List<Found> found = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            VariableElement field = fieldOf(record, name);
            ExecutableElement accessor = component.getAccessor();
            List<Element> elements = new ArrayList<>(List.of(component));
            if (field != null) {
                elements.add(field);
            }
            elements.add(accessor);
            found.add(new Found(
                    name,
                    // The field's type has its annotations on every compiler.
                    field == null ? members.typeOf(accessor).getReturnType() : members.typeOf(field),
                    name + "()",
                    elements,
                    // Compilers know a field's line more reliably than a component's.
                    field == null ? component : field,
                    docs.ofComponent(record, name)));
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
                    Found property = field(field, members);
                    if (property.elements().stream().noneMatch(e -> Annotations.has(e, DtsIgnore.class))) {
                        found.add(property);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isState(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && field.getSimpleName().toString().indexOf('$') < 0;
    }

    private Found field(VariableElement field, Members members) {
        String name = field.getSimpleName().toString();
        ExecutableElement getter = getter(name, field, members);
        List<Element> elements = new ArrayList<>(List.of(field));
        TypeMirror type = members.typeOf(field);
        String access = null;
        String doc = docs.of(field);
        if (getter != null) {
            elements.add(getter);
            access = getter.getSimpleName() + "()";
            TypeMirror returned = members.typeOf(getter).getReturnType();
            // Where both have the type, the field's is the one that surely has the annotations.
            type = members.isSameType(returned, type) ? type : returned;
            doc = Docs.first(doc, docs.of(getter));
        } else if (members.isAccessible(field)) {
            access = name;
        }
        return new Found(name, type, access, elements, field, doc);
    }

    private static @Nullable ExecutableElement getter(String name, VariableElement field, Members members) {
        return getterNames(name, field.asType().getKind() == TypeKind.BOOLEAN)
                .flatMap(candidate -> members.instanceMethods(candidate, 0).stream())
                .filter(method -> members.typeOf(method).getReturnType().getKind() != TypeKind.VOID)
                .findFirst()
                .orElse(null);
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

    private static ValueModel unreadable(Found found) {
        return new ValueModel(
                new Kind.Unsupported(Advice.unreadable(found.name())),
                Absence.NEVER,
                ValueReader.typeName(found.type()));
    }

    private static Numbering numbering(Found found) {
        return found.elements().stream()
                .map(element -> Annotations.find(element, DtsField.class))
                .filter(annotation -> annotation != null)
                .findFirst()
                .map(PropertyReader::numbering)
                .orElse(Numbering.NONE);
    }

    static Numbering numbering(AnnotationMirror annotation) {
        return new Numbering(
                Annotations.integer(annotation, "value", -1),
                Annotations.integer(annotation, "absent", -1),
                annotation);
    }

    private static String schemaName(Found found, Numbering numbering) {
        String chosen = numbering.annotation() == null ? "" : Annotations.text(numbering.annotation(), "name");
        return chosen.isEmpty() ? found.name() : chosen;
    }
}
