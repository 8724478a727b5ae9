package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number and the name in the schema of a field, an enum constant or a permitted subtype.
 *
 * <pre>{@code
 * @DtsType
 * public record Pressure(@DtsField(0) String sensor, @DtsField(2) double bar, @DtsField(1) Instant at) {}
 * }</pre>
 *
 * <p>Numbers are given on all fields of a type or on none; without them, the order of declaration counts. They run from 0
 * without gaps. A value in the data section that may be absent takes two: its own for the absence, the next for the value.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface DtsField {
    /** The number; -1: the order of declaration counts, and only the name is given here. */
    int value() default -1;

    /**
     * For a value that may be absent and whose field once could not: the number of the absence, above all others. The
     * value itself keeps its number.
     */
    int absent() default -1;

    /** The name in the schema; empty: that of the Java declaration. */
    String name() default "";
}
