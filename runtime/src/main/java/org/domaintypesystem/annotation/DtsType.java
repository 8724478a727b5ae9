package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type of its own on the network.
 *
 * <pre>{@code
 * @DtsType
 * public record Temperature(@DtsKey String sensor, double celsius, Instant at) {}
 * }</pre>
 *
 * <p>The processor generates {@code TemperatureCodec}, {@code TemperaturePublisher}, {@code TemperatureListener} and
 * {@code TemperatureView} beside the type, with its visibility, and the schema
 * {@code META-INF/dts/<package>/Temperature.capnp}. Records that are declared inside of methods are never seen by a
 * processor: nothing is generated for them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsType {}
