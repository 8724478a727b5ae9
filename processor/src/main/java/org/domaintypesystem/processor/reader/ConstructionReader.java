package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.domaintypesystem.annotation.DtsCreator;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Construction.Call;
import org.domaintypesystem.processor.model.Construction.Missing;
import org.domaintypesystem.processor.model.Construction.Setting;
import org.domaintypesystem.processor.model.Construction.Style;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how an object is made of its properties. In this order: the canonical constructor of a record, a marked
 * constructor or method, a constructor that takes all properties, one without parameters and setters, a builder.
 */
final class ConstructionReader {

    /**
     * @param types of the properties, by name
     */
    Construction read(Members members, Map<String, TypeMirror> types) {
        List<ExecutableElement> marked = Stream.concat(
                        members.constructors().stream(), members.staticMethods().stream())
                .filter(method -> Annotations.has(method, DtsCreator.class))
                .toList();
        if (marked.size() > 1) {
            return new Missing(Advice.severalCreators());
        }
        if (marked.size() == 1) {
            return marked(marked.get(0), members, types);
        }
        if (members.element().getKind() == ElementKind.RECORD) {
            return Call.of(TypeName.get(members.owner()), "", List.copyOf(types.keySet()));
        }
        return Stream.of(byConstructor(members, types), bySetters(members, types), byBuilder(members, types))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Missing(missing(members, types)));
    }

    private Construction marked(ExecutableElement creator, Members members, Map<String, TypeMirror> types) {
        List<String> arguments = names(creator);
        for (String argument : arguments) {
            if (!types.containsKey(argument)) {
                return new Missing(Advice.unknownParameter(argument, String.join(", ", types.keySet())));
            }
        }
        Map<String, TypeMirror> others = new LinkedHashMap<>(types);
        arguments.forEach(others::remove);
        Settings settings = settings(members, members.owner(), others);
        if (!settings.unsettable().isEmpty()) {
            return new Missing(Advice.unsettable(String.join(", ", settings.unsettable())));
        }
        String factory = creator.getKind() == ElementKind.CONSTRUCTOR
                ? ""
                : creator.getSimpleName().toString();
        TypeName owner = creator.getKind() == ElementKind.CONSTRUCTOR
                ? TypeName.get(members.owner())
                : ClassName.get(members.element());
        return throwsChecked(creator)
                ? new Missing(Advice.checkedException(creator.toString()))
                : new Call(owner, factory, arguments, settings.all(), "");
    }

    private static Optional<Construction> byConstructor(Members members, Map<String, TypeMirror> types) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        return members.constructors().stream()
                .filter(constructor -> !throwsChecked(constructor) && takesAll(constructor, members, types))
                .findFirst()
                .map(constructor -> Call.of(TypeName.get(members.owner()), "", names(constructor)));
    }

    private static boolean takesAll(ExecutableElement constructor, Members members, Map<String, TypeMirror> types) {
        List<String> names = names(constructor);
        if (names.size() != types.size() || !types.keySet().containsAll(names)) {
            return false;
        }
        List<? extends TypeMirror> parameters = members.typeOf(constructor).getParameterTypes();
        for (int i = 0; i < names.size(); i++) {
            TypeMirror type = types.get(names.get(i));
            if (type == null || !members.isAssignable(type, parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Construction> bySetters(Members members, Map<String, TypeMirror> types) {
        boolean hasConstructor = !members.element().getModifiers().contains(Modifier.ABSTRACT)
                && members.constructors().stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty() && !throwsChecked(constructor));
        if (!hasConstructor) {
            return Optional.empty();
        }
        Settings settings = settings(members, members.owner(), types);
        return settings.unsettable().isEmpty()
                ? Optional.of(new Call(TypeName.get(members.owner()), "", List.of(), settings.all(), ""))
                : Optional.empty();
    }

    private static Optional<Construction> byBuilder(Members members, Map<String, TypeMirror> types) {
        for (ExecutableElement method : members.staticMethods()) {
            boolean isStart = method.getParameters().isEmpty()
                    && Set.of("builder", "newBuilder")
                            .contains(method.getSimpleName().toString())
                    && method.getReturnType().getKind() == TypeKind.DECLARED;
            if (!isStart) {
                continue;
            }
            Members builder = members.of((DeclaredType) method.getReturnType());
            Optional<ExecutableElement> build = builder.instanceMethods("build", 0).stream()
                    .filter(end -> members.isAssignable(builder.typeOf(end).getReturnType(), members.owner()))
                    .filter(end -> !throwsChecked(end))
                    .findFirst();
            Settings settings = settings(builder, builder.owner(), types);
            if (build.isPresent() && settings.unsettable().isEmpty()) {
                return Optional.of(new Call(
                        ClassName.get(members.element()),
                        method.getSimpleName().toString(),
                        List.of(),
                        settings.all(),
                        "build"));
            }
        }
        return Optional.empty();
    }

    private record Settings(List<Setting> all, List<String> unsettable) {}

    private static Settings settings(Members members, DeclaredType target, Map<String, TypeMirror> types) {
        List<Setting> settings = new ArrayList<>();
        List<String> unsettable = new ArrayList<>();
        types.forEach((name, type) -> {
            Setting setting = setting(members, target, name, type);
            if (setting == null) {
                unsettable.add(name);
            } else {
                settings.add(setting);
            }
        });
        return new Settings(settings, unsettable);
    }

    private static @Nullable Setting setting(Members members, DeclaredType target, String name, TypeMirror type) {
        String capital = PropertyReader.capitalized(name);
        // A flag that is called isOpen is often set by setOpen.
        String bare = name.length() > 2 && name.startsWith("is") ? "set" + name.substring(2) : name;
        for (String candidate : List.of("set" + capital, name, "with" + capital, bare, "set" + name)) {
            for (ExecutableElement method : members.instanceMethods(candidate, 1)) {
                ExecutableType signature = members.typeOf(method);
                if (members.isAssignable(type, signature.getParameterTypes().get(0)) && !throwsChecked(method)) {
                    boolean goesOn = signature.getReturnType().getKind() != TypeKind.VOID
                            && members.isAssignable(signature.getReturnType(), target);
                    return new Setting(name, candidate, goesOn ? Style.CHAIN : Style.METHOD);
                }
            }
        }
        return members.lineage().stream()
                .flatMap(at -> at.getEnclosedElements().stream())
                .filter(VariableElement.class::isInstance)
                .filter(field -> field.getSimpleName().contentEquals(name) && isSettable(field, members))
                .findFirst()
                .map(field -> new Setting(name, name, Style.FIELD))
                .orElse(null);
    }

    private static boolean isSettable(Element field, Members members) {
        return members.isAccessible(field)
                && !field.getModifiers().contains(Modifier.FINAL)
                && !field.getModifiers().contains(Modifier.STATIC);
    }

    private static List<String> names(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
    }

    private static boolean throwsChecked(ExecutableElement method) {
        return method.getThrownTypes().stream().anyMatch(ConstructionReader::isChecked);
    }

    private static boolean isChecked(TypeMirror thrown) {
        for (TypeMirror at = thrown; at instanceof DeclaredType type; ) {
            TypeElement element = (TypeElement) type.asElement();
            String name = element.getQualifiedName().toString();
            if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
                return false;
            }
            at = element.getSuperclass();
        }
        return true;
    }

    private static String missing(Members members, Map<String, TypeMirror> types) {
        boolean hasPlain = members.constructors().stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
        return hasPlain
                ? Advice.unsettable(String.join(
                        ", ", settings(members, members.owner(), types).unsettable()))
                : Advice.noConstructor(String.join(", ", types.keySet()));
    }
}
