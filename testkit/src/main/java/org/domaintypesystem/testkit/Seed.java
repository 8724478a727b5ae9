package org.domaintypesystem.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fixes the seed of the {@link VirtualNetwork} that {@link VirtualNetworkExtension} hands to a test. Without it, each run
 * has another one. The system property {@code dts.seed} overrides it, with another seed or, if it is {@code random}, with one
 * that is drawn.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Seed {
    /** The seed; of a test that is {@link Seeds repeated}, the first of as many that follow each other. */
    long value();
}
