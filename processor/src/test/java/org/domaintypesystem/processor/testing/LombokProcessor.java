package org.domaintypesystem.processor.testing;

import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** Lombok, which shows its processor to compilers alone. */
public final class LombokProcessor {
    private LombokProcessor() {}

    public static Processor create() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("lombok."))
                .map(ServiceLoader.Provider::get)
                .filter(processor -> processor.getClass().getName().endsWith("AnnotationProcessor"))
                .findFirst()
                .orElseThrow();
    }
}
