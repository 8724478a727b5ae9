package org.domaintypesystem.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The schema that a codec was made for. From here {@link TypeDescriptor#schema} has it, and types that are compiled
 * later and refer to this one need neither its sources nor its resources. Written by the processor.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompiledSchema {
    /** Path of the schema file, without a leading slash. */
    String file();

    /** Content of the schema file. Its comments may be left out: a class file holds no text of 64 KiB. */
    String text();

    /** The codecs of the types that it refers to. */
    Class<?>[] uses() default {};
}
