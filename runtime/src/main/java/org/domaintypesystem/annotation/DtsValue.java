package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record or an enum that appears only inside other types: it gets a schema and a codec, and nothing to publish or to
 * listen to.
 *
 * <pre>{@code
 * @DtsValue
 * public enum PumpState { STOPPED, STARTING, RUNNING }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsValue {}
