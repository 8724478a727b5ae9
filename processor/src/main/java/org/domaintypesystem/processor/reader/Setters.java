package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.domaintypesystem.processor.model.Construction.Setting;
import org.domaintypesystem.processor.model.Construction.Style;
import org.jspecify.annotations.Nullable;

/**
 * How properties are set of an object, or of a builder, that exists.
 *
 * @param all what sets them
 * @param unsettable the names of those that nothing sets
 */
record Setters(List<Setting> all, List<String> unsettable) {

    /**
     * @param members of the object or the builder
     * @param properties types by name
     */
    static Setters of(Members members, Map<String, TypeMirror> properties) {
        List<Setting> all = new ArrayList<>();
        List<String> unsettable = new ArrayList<>();
        properties.forEach((name, type) -> {
            Setting setting = find(members, name, type);
            if (setting == null) {
                unsettable.add(name);
            } else {
                all.add(setting);
            }
        });
        return new Setters(all, unsettable);
    }

    boolean areComplete() {
        return unsettable.isEmpty();
    }

    private static @Nullable Setting find(Members members, String name, TypeMirror type) {
        for (String candidate : names(name)) {
            for (ExecutableElement method : members.instanceMethods(candidate, 1)) {
                ExecutableType signature = members.typeOf(method);
                if (members.isAssignable(type, signature.getParameterTypes().get(0))
                        && !members.throwsChecked(method)) {
                    return new Setting(name, candidate, style(signature, members));
                }
            }
        }
        return members.lineage().stream()
                .flatMap(at -> ElementFilter.fieldsIn(at.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst()
                .map(field ->
                        isSettable(field, members) ? new Setting(name, name, Style.FIELD) : filled(members, name, type))
                .orElse(null);
    }

    /** A collection or a map that the object has from the start, and that its getter lets anybody fill. */
    private static @Nullable Setting filled(Members members, String name, TypeMirror type) {
        if (!members.isContainer(type)) {
            return null;
        }
        return Stream.of("get" + PropertyReader.capitalized(name), name)
                .flatMap(getter -> members.instanceMethods(getter, 0).stream())
                .filter(getter -> members.isSameType(members.typeOf(getter).getReturnType(), type))
                .findFirst()
                .map(getter -> new Setting(name, getter.getSimpleName() + "()", Style.FILL))
                .orElse(null);
    }

    private static List<String> names(String property) {
        String capital = PropertyReader.capitalized(property);
        // A flag that is called isOpen is often set by setOpen.
        String bare = property.length() > 2 && property.startsWith("is") ? "set" + property.substring(2) : property;
        return List.of("set" + capital, property, "with" + capital, bare, "set" + property);
    }

    private static Style style(ExecutableType signature, Members members) {
        DeclaredType target = members.owner();
        boolean goesOn = signature.getReturnType().getKind() != TypeKind.VOID
                && members.isAssignable(signature.getReturnType(), target);
        return goesOn ? Style.CHAIN : Style.METHOD;
    }

    private static boolean isSettable(Element field, Members members) {
        return members.isAccessible(field)
                && !field.getModifiers().contains(Modifier.FINAL)
                && !field.getModifiers().contains(Modifier.STATIC);
    }
}
