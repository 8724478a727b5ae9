package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.domaintypesystem.annotation.DtsCreator;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Construction.Call;
import org.domaintypesystem.processor.model.Construction.Missing;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how an object is made of its properties. In this order: a marked constructor or method, the canonical
 * constructor of a record, a constructor that takes all properties, one without parameters and setters, a builder, the only
 * constructor and setters for what it does not take.
 */
final class ConstructionReader {
    private static final Set<String> BUILDERS = Set.of("builder", "newBuilder");

    private final Members members;
    private final Map<String, TypeMirror> types;

    private ConstructionReader(Members members, Map<String, TypeMirror> types) {
        this.members = members;
        this.types = types;
    }

    /**
     * @param types of the properties, by name
     */
    static Construction read(Members members, Map<String, TypeMirror> types) {
        return new ConstructionReader(members, types).read();
    }

    private Construction read() {
        List<ExecutableElement> marked = members.marked(DtsCreator.class);
        if (marked.size() > 1) {
            return new Missing(Advice.severalCreators(), marked.get(1));
        }
        if (marked.size() == 1) {
            return marked(marked.get(0));
        }
        if (members.element().getKind() == ElementKind.RECORD) {
            return Call.of(TypeName.get(members.owner()), "", List.copyOf(types.keySet()));
        }
        return Stream.of(byConstructor(), bySetters(), byBuilder(), byOnlyConstructor())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::missing);
    }

    private Construction marked(ExecutableElement creator) {
        Missing missing = faultOf(creator);
        return missing == null ? call(creator) : missing;
    }

    private @Nullable Missing faultOf(ExecutableElement creator) {
        boolean isConstructor = creator.getKind() == ElementKind.CONSTRUCTOR;
        String type = members.element().getSimpleName().toString();
        boolean makesType = isConstructor
                || (creator.getModifiers().contains(Modifier.STATIC)
                        && members.isErasedAssignable(creator.getReturnType(), members.owner()));
        if (!makesType) {
            return new Missing(Advice.creatorOfOther(type), creator);
        }
        if (!members.isAccessible(creator)) {
            return new Missing(Advice.creatorUnreachable(), creator);
        }
        if (members.throwsChecked(creator)) {
            return new Missing(Advice.checkedException(), creator);
        }
        for (VariableElement parameter : creator.getParameters()) {
            String name = parameter.getSimpleName().toString();
            TypeMirror property = types.get(name);
            if (property == null) {
                return new Missing(Advice.unknownParameter(name, String.join(", ", types.keySet())), parameter);
            }
            if (!members.isErasedAssignable(property, parameter.asType())) {
                return new Missing(
                        Advice.parameterType(name, Advisor.shortName(property), Advisor.shortName(parameter.asType())),
                        parameter);
            }
        }
        Setters setters = Setters.of(members, without(names(creator)));
        return setters.areComplete()
                ? null
                : new Missing(Advice.unsettable(String.join(", ", setters.unsettable())), creator);
    }

    /** A constructor or static method, and setters for what it does not take. */
    private Call call(ExecutableElement creator) {
        boolean isConstructor = creator.getKind() == ElementKind.CONSTRUCTOR;
        return new Call(
                isConstructor ? TypeName.get(members.owner()) : ClassName.get(members.element()),
                isConstructor ? "" : creator.getSimpleName().toString(),
                names(creator),
                Setters.of(members, without(names(creator))).all(),
                "");
    }

    private Map<String, TypeMirror> without(List<String> names) {
        Map<String, TypeMirror> others = new LinkedHashMap<>(types);
        names.forEach(others::remove);
        return others;
    }

    private Optional<Construction> byConstructor() {
        return types.isEmpty()
                ? Optional.empty()
                : usableConstructors()
                        .filter(constructor -> takesProperties(constructor) && takesAll(constructor))
                        .findFirst()
                        .map(this::call);
    }

    private Stream<ExecutableElement> usableConstructors() {
        return members.element().getModifiers().contains(Modifier.ABSTRACT)
                ? Stream.empty()
                : members.constructors().stream().filter(constructor -> !members.throwsChecked(constructor));
    }

    private boolean takesAll(ExecutableElement constructor) {
        return constructor.getParameters().size() == types.size();
    }

    /** Whether all parameters are called like properties and take their types. */
    private boolean takesProperties(ExecutableElement constructor) {
        List<String> names = names(constructor);
        List<? extends TypeMirror> parameters = members.typeOf(constructor).getParameterTypes();
        for (int i = 0; i < names.size(); i++) {
            TypeMirror type = types.get(names.get(i));
            if (type == null || !members.isAssignable(type, parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Construction> bySetters() {
        return usableConstructors()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .filter(constructor -> Setters.of(members, types).areComplete())
                .findFirst()
                .map(this::call);
    }

    private Optional<Construction> byBuilder() {
        for (ExecutableElement method : members.staticMethods()) {
            boolean isStart = method.getParameters().isEmpty()
                    && BUILDERS.contains(method.getSimpleName().toString())
                    && method.getReturnType().getKind() == TypeKind.DECLARED
                    && !members.throwsChecked(method);
            if (!isStart) {
                continue;
            }
            Members builder = members.of((DeclaredType) method.getReturnType());
            boolean canBuild = builder.instanceMethods("build", 0).stream()
                    .filter(end -> members.isAssignable(builder.typeOf(end).getReturnType(), members.owner()))
                    .anyMatch(end -> !members.throwsChecked(end));
            Setters setters = Setters.of(builder, types);
            if (canBuild && setters.areComplete()) {
                return Optional.of(new Call(
                        ClassName.get(members.element()),
                        method.getSimpleName().toString(),
                        List.of(),
                        setters.all(),
                        "build"));
            }
        }
        return Optional.empty();
    }

    private Optional<Construction> byOnlyConstructor() {
        List<ExecutableElement> usable = usableConstructors().toList();
        return usable.size() == 1
                        && takesProperties(usable.get(0))
                        && Setters.of(members, without(names(usable.get(0)))).areComplete()
                ? Optional.of(call(usable.get(0)))
                : Optional.empty();
    }

    private static List<String> names(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
    }

    private Missing missing() {
        for (ExecutableElement constructor : members.constructors()) {
            boolean wouldDo = takesAll(constructor) && takesProperties(constructor);
            boolean isPlain = constructor.getParameters().isEmpty();
            if (members.throwsChecked(constructor) && (wouldDo || isPlain)) {
                return new Missing(Advice.checkedException(), constructor);
            }
            if (takesAll(constructor) && names(constructor).contains("arg0")) {
                return new Missing(
                        Advice.parameterNames(members.element().getSimpleName().toString()), null);
            }
        }
        List<ExecutableElement> usable = usableConstructors().toList();
        boolean hasPlain = usable.stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
        if (hasPlain || (usable.size() == 1 && takesProperties(usable.get(0)))) {
            Map<String, TypeMirror> others = hasPlain ? types : without(names(usable.get(0)));
            return new Missing(
                    Advice.unsettable(
                            String.join(", ", Setters.of(members, others).unsettable())),
                    null);
        }
        return new Missing(Advice.noConstructor(String.join(", ", types.keySet())), null);
    }
}
