package org.domaintypesystem.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a package: treats types of other libraries as if they were annotated with {@link DtsValue}. Their codecs are generated
 * into the annotated package, for use in it and in those below it.
 *
 * <pre>{@code
 * @DtsImport({Address.class, Person.class})
 * package crm;
 * }</pre>
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface DtsImport {
    Class<?>[] value();
}
