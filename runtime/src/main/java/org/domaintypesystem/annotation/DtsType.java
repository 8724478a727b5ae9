package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type of its own on the network: a record, a class or a sealed type.
 *
 * <pre>{@code
 * @DtsType
 * public record Temperature(@DtsKey String sensor, double celsius, Instant at) {}
 * }</pre>
 *
 * <p>The processor generates {@code TemperatureCodec}, {@code TemperaturePublisher}, {@code TemperatureListener} and
 * {@code TemperatureView} beside the type, with its visibility, and the schema
 * {@code META-INF/dts/<package>/Temperature.capnp}. Types that are declared inside of methods are never seen by a
 * processor: nothing is generated for them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsType {
    /** The namespace in the schema; empty: the Java package. */
    String namespace() default "";

    /** The name in the schema; empty: the simple name, {@code OuterInner} for a nested type. */
    String name() default "";

    /**
     * The Cap'n Proto type id, which keeps a type that was renamed what it was; 0: the one that follows from the names.
     * An id has its top bit set.
     */
    long id() default 0;

    /**
     * What publishers keep for listeners that join later. No part of the schema: who changes it changes nothing for others,
     * but that they are given last values or not.
     */
    Retain retain() default Retain.NOTHING;

    /**
     * What publishers do about messages that get lost. No part of the schema: messages show whether they can be had again, and
     * listeners go by that, however they were compiled.
     */
    Reliability delivery() default Reliability.BEST_EFFORT;
}
