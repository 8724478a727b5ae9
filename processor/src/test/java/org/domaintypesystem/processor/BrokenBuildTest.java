package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** What the processor says where its surroundings, or itself, do not work. */
class BrokenBuildTest {
    private static final Map<String, String> SOURCES = Map.of("lab.Lab", """
            package lab;

            import org.domaintypesystem.annotation.DtsType;

            class Lab {
                @DtsType
                record Fine(int x) {}

                @DtsType
                record Broken(int x) {}
            }
            """);

    @Test
    void anInternalFaultAsksForAReportAndStopsNothingElse() {
        Compilation compilation = compile(new IllegalStateException("out of order"));
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(10);
            assertThat(error.getMessage(Locale.ROOT))
                    .startsWith(
                            "the DTS processor failed at lab.Lab.Broken, which is a fault of the processor and not of the type: please report it, with the source of the type and with this: java.lang.IllegalStateException: out of order at ")
                    .contains(BrokenBuildTest.class.getSimpleName());
        });
        assertThat(Compiled.of(compilation).generatedTexts()).containsKey("lab/Lab_FineCodec.java");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThat(compile(new IOException("the disk is full")).errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly("META-INF/dts/lab/LabBroken.capnp cannot be written: the disk is full");
    }

    /** A build in which no file can be written whose name has "Broken" in it. */
    private static Compilation compile(Exception failure) {
        return Compiled.compile(SOURCES, List.of(), new AbstractProcessor() {
            private final DtsProcessor processor = new DtsProcessor();

            @Override
            public synchronized void init(ProcessingEnvironment environment) {
                processor.init(proxy(
                        ProcessingEnvironment.class,
                        environment,
                        (result, arguments) -> result instanceof Filer filer
                                ? proxy(Filer.class, filer, (file, names) -> {
                                    if (List.of(names).toString().contains("Broken")) {
                                        throw failure;
                                    }
                                    return file;
                                })
                                : result));
            }

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return processor.getSupportedAnnotationTypes();
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return processor.getSupportedSourceVersion();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                return processor.process(annotations, round);
            }
        });
    }

    private interface Change {
        Object apply(Object result, Object[] arguments) throws Exception;
    }

    /** The same object with other results. */
    private static <T> T proxy(Class<T> type, T object, Change change) {
        return type.cast(Proxy.newProxyInstance(
                BrokenBuildTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object[] given = arguments == null ? new Object[0] : arguments;
                        return change.apply(method.invoke(object, arguments), given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
