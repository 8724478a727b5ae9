package org.domaintypesystem.processor.testing;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A component of a record, or a field of a class. */
public record Property(String name, JavaType type, Member member) {

    static List<Property> of(JavaType owner) {
        if (owner.raw().isRecord()) {
            return Arrays.stream(owner.raw().getRecordComponents())
                    .map(component -> of(owner, component))
                    .toList();
        }
        return lineage(owner.raw())
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> of(owner, field.getName(), field.getAnnotatedType(), field))
                .toList();
    }

    /** A class and those that it extends, these first. */
    private static Stream<Class<?>> lineage(Class<?> type) {
        return type == Object.class ? Stream.of() : Stream.concat(lineage(type.getSuperclass()), Stream.of(type));
    }

    private static Property of(JavaType owner, RecordComponent component) {
        return of(owner, component.getName(), component.getAnnotatedType(), component.getAccessor());
    }

    private static Property of(JavaType owner, String name, AnnotatedType type, Member member) {
        boolean isUnsigned = name.startsWith(JavaType.UNSIGNED);
        boolean isMarked = JavaType.isMarked(owner.raw());
        return new Property(name, JavaType.of(type, owner.variables(), isMarked, isUnsigned), member);
    }

    /** What an object holds of it. */
    public Object of(Object object) {
        try {
            ((AccessibleObject) member).setAccessible(true);
            return member instanceof Method method ? method.invoke(object) : ((Field) member).get(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
