package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a newer sender's unknown value is read as: on one constant of an enum, or on one permitted subtype of a sealed type,
 * which must be a record without components. Without it, messages with unknown values are dropped and counted.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface DtsUnknown {}
