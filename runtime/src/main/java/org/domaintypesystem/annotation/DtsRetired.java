package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field, constant or subtype that a type has no longer, and whose number stays taken.
 *
 * <pre>{@code
 * @DtsType
 * @DtsRetired(ordinal = 1, name = "humidity", type = "Float32")
 * public record Temperature(@DtsField(0) String sensor, @DtsField(2) double celsius) {}
 * }</pre>
 */
@Documented
@Repeatable(DtsRetired.All.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsRetired {
    /** The number. */
    int ordinal();

    /** If the field could be absent and was a value in the data section: the number of the absence. */
    int absent() default -1;

    /** The name that it had in the schema. */
    String name();

    /**
     * The type that it had in the schema, for example {@code Float32}, {@code List(Text)}, {@code struct brewery.Step} or
     * {@code enum brewery.PumpState}; empty for an enum constant.
     */
    String type() default "";

    /** Several of them. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        DtsRetired[] value();
    }
}
