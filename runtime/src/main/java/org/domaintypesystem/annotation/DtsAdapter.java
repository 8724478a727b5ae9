package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adapters for types that cannot be annotated: for one field, for all fields of a type or of a package. The nearest one
 * counts; the processor's option {@code dts.adapters} comes last.
 *
 * <pre>{@code
 * @DtsType
 * public record Delivery(@DtsAdapter(MoneyAdapter.class) Money price) {}
 * }</pre>
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
public @interface DtsAdapter {
    /** Classes with a constructor without parameters that the annotated package can call. */
    Class<? extends TypeAdapter<?, ?>>[] value();
}
