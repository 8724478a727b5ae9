package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.processor.TypeModel.ConstantModel;
import org.domaintypesystem.processor.TypeModel.EnumModel;
import org.domaintypesystem.processor.TypeModel.RecordModel;
import org.domaintypesystem.processor.TypeModel.UnsupportedModel;

/** Reads annotated types into models. The only stage, with {@link ValueReader}, that looks at the compiler's elements. */
final class TypeReader {
    private final Elements elements;
    private final ValueReader values;
    private final Map<ClassName, TypeModel> known = new HashMap<>();

    TypeReader(Elements elements, Types types) {
        this.elements = elements;
        this.values = new ValueReader(elements, types);
    }

    /** Reads a type and all annotated types that its values can contain. */
    TypeGraph read(TypeElement root) {
        TypeModel rootModel = model(root);
        Map<ClassName, TypeModel> reachable = new HashMap<>();
        Deque<TypeModel> open = new ArrayDeque<>(List.of(rootModel));
        while (!open.isEmpty()) {
            TypeModel model = open.pop();
            if (reachable.putIfAbsent(model.reference().javaType(), model) == null) {
                for (TypeReference reference : References.of(model)) {
                    open.push(model(elements.getTypeElement(reference.javaType().canonicalName())));
                }
            }
        }
        return new TypeGraph(rootModel, reachable);
    }

    private TypeModel model(TypeElement type) {
        ClassName name = ClassName.get(type);
        TypeModel model = known.get(name);
        if (model == null) {
            model = readAlone(type);
            known.put(name, model);
        }
        return model;
    }

    private TypeModel readAlone(TypeElement type) {
        TypeReference reference = ValueReader.reference(type);
        String name = reference.javaType().simpleName();
        boolean isMessage = type.getAnnotation(DtsType.class) != null;
        return switch (type.getKind()) {
            case RECORD -> new RecordModel(reference, type, isPublic(type), isMessage, components(type));
            case ENUM ->
                isMessage
                        ? new UnsupportedModel(reference, type, Messages.enumAsMessage(name))
                        : new EnumModel(reference, type, isPublic(type), constants(type));
            case INTERFACE, ANNOTATION_TYPE ->
                new UnsupportedModel(reference, type, Messages.notARecord("an interface", name));
            default -> new UnsupportedModel(reference, type, Messages.notARecord("a class", name));
        };
    }

    private List<ComponentModel> components(TypeElement type) {
        List<ComponentModel> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(new ComponentModel(
                    component.getSimpleName().toString(),
                    TypeName.get(component.asType()),
                    values.component(component.asType()),
                    component.getAnnotation(DtsKey.class) != null,
                    fieldOf(type, component)));
        }
        return components;
    }

    /** The field behind a component: compilers know its line more reliably than the component's own. */
    private static Element fieldOf(TypeElement type, RecordComponentElement component) {
        for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().equals(component.getSimpleName())) {
                return field;
            }
        }
        return component;
    }

    private static List<ConstantModel> constants(TypeElement type) {
        List<ConstantModel> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                String name = element.getSimpleName().toString();
                constants.add(new ConstantModel(name, SchemaNames.ofConstant(name), element));
            }
        }
        return constants;
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
