package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.testing.Sources;
import org.domaintypesystem.schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the processor is expected by a test: it is in a source with faults, or in a test. */
class CatalogueTest {
    private static final String TEXT = "\u0001";
    private static final int NUMBER = 987_654_321;
    private static final Type.Basic TYPE = Type.Basic.ANY_POINTER;
    private static final String EXPECTED = Stream.of("src/test/resources/faults", "src/test/java")
            .map(Path::of)
            .flatMap(path -> Sources.files(path).stream())
            .map(Sources::text)
            // In tests, quotes are escaped.
            .map(text -> text.replace("\\\"", "\""))
            .reduce("", String::concat);

    static Stream<Method> texts() {
        return Stream.of(Advice.class, Messages.class)
                .flatMap(catalogue -> Arrays.stream(catalogue.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextIsExpectedByATest(Method text) throws ReflectiveOperationException {
        assertThat(Pattern.compile(pattern(text)).matcher(EXPECTED).find()).isTrue();
    }

    /** The text with whatever its arguments are. */
    private static String pattern(Method text) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(text.getParameterTypes())
                .map(CatalogueTest::argument)
                .toArray();
        String[] parts = ((String) text.invoke(null, arguments)).split(TEXT + "|" + NUMBER + "|" + TYPE.keyword(), -1);
        List<String> quoted = Arrays.stream(parts).map(Pattern::quote).toList();
        return String.join(".+", quoted);
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return NUMBER;
        }
        if (type == Type.Basic.class) {
            return TYPE;
        }
        return type == String.class ? TEXT : new Failure();
    }

    /** Prints as any text. */
    private static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure() {
            super(TEXT);
            setStackTrace(new StackTraceElement[0]);
        }

        @Override
        public String toString() {
            return TEXT;
        }
    }
}
