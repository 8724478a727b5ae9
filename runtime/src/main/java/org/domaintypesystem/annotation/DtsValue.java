package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record, class, sealed type or enum that appears only inside other types: it gets a schema and a codec, and nothing to
 * publish or to listen to.
 *
 * <pre>{@code
 * @DtsValue
 * public enum PumpState { STOPPED, STARTING, RUNNING }
 * }</pre>
 *
 * <p>A value may be generic; its schema is then written into each type that uses it, with the types that are given there.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsValue {
    /** The namespace in the schema; empty: the Java package. */
    String namespace() default "";

    /** The name in the schema; empty: the simple name, {@code OuterInner} for a nested type. */
    String name() default "";

    /** The Cap'n Proto type id; 0: the one that follows from the names. An id has its top bit set. */
    long id() default 0;
}
