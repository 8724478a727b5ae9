package org.domaintypesystem.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Instead of {@code @Test}: a test that runs several times, with another seed each time.
 *
 * <pre>{@code
 * @Seeds(100)
 * void showsEveryReadingOrSaysThatItIsMissing(VirtualNetwork network) { ... }
 * }</pre>
 *
 * <p>With the system property {@code dts.seed} it runs once, with that seed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(VirtualNetworkExtension.class)
public @interface Seeds {
    /** How many times, at least 1. */
    int value();
}
