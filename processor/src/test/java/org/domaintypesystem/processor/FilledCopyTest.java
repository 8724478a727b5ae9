package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.processor.testing.Compiled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A getter that gives a copy cannot be filled, and nothing of a message may be left out. */
class FilledCopyTest {
    private static final String SOURCE = """
            package vet;

            import java.util.*;
            import org.domaintypesystem.annotation.DtsType;

            @DtsType
            public class Vet {
                private final Set<String> skills = new LinkedHashSet<>();

                public Collection<String> getSkills() {
                    return %s;
                }

                public static Vet of(List<String> skills) {
                    Vet vet = new Vet();
                    vet.skills.addAll(skills);
                    return vet;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"new ArrayList<>(skills)", "Collections.unmodifiableSet(skills)"})
    void isRefusedByName(String getter) throws ReflectiveOperationException {
        Compiled compiled = Compiled.strictly(Map.of("vet.Vet", SOURCE.formatted(getter)));
        Class<?> type = compiled.load("vet.Vet");
        Codec<Object> codec = compiled.codecOf(type);
        byte[] message = new byte[256];
        Object none = type.getMethod("of", List.class).invoke(null, List.of());
        int empty = codec.encode(none, message, 0, message.length);
        assertThat(codec.decode(message, 0, empty)).isInstanceOf(type);
        Object some = type.getMethod("of", List.class).invoke(null, List.of("surgery"));
        int length = codec.encode(some, message, 0, message.length);
        assertThatThrownBy(() -> codec.decode(message, 0, length))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("vet.Vet.skills");
    }
}
