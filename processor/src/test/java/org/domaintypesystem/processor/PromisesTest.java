package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a type says of its publishers: nodes know it, and the schema does not. */
class PromisesTest {
    private static Compiled compile(SourceCompiler compiler, String values) {
        return Compiled.strictly(compiler, Map.of("brewery.Weight", """
                package brewery;

                import org.domaintypesystem.annotation.*;

                @DtsType%s
                public record Weight(@DtsKey String what, double kilograms) {}
                """.formatted(values)));
    }

    private static TypeDescriptor type(Compiled compiled) {
        return compiled.codecOf(compiled.load("brewery.Weight")).type();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                                              | false | false
            (retain = Retain.NOTHING, delivery = Reliability.BEST_EFFORT)   | false | false
            (retain = Retain.LAST)                                          | true  | false
            (delivery = Reliability.RELIABLE)                               | false | true
            (retain = Retain.LAST, delivery = Reliability.RELIABLE)         | true  | true
            """)
    void areInTheDescriptor(String values, boolean retainsLast, boolean isReliable) {
        for (SourceCompiler compiler : SourceCompiler.values()) {
            TypeDescriptor type = type(compile(compiler, values));
            assertThat(type.isRetainingLast()).isEqualTo(retainsLast);
            assertThat(type.isReliable()).isEqualTo(isReliable);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNoPartOfTheSchema(SourceCompiler compiler) throws IOException {
        Compiled plain = compile(compiler, "");
        Compiled both = compile(compiler, "(retain = Retain.LAST, delivery = Reliability.RELIABLE)");
        assertThat(type(both)).isEqualTo(type(plain));
        assertThat(both.schemas()).isEqualTo(plain.schemas()).containsKey("brewery/Weight.capnp");
    }

    /** A sealed type is a message as records are. */
    @ParameterizedTest
    @EnumSource
    void areOfSealedTypesToo(SourceCompiler compiler) {
        Compiled compiled = Compiled.strictly(compiler, Map.of("brewery.Step", """
                package brewery;

                import org.domaintypesystem.annotation.*;

                @DtsType(delivery = Reliability.RELIABLE)
                public sealed interface Step {
                    @DtsValue @DtsField(1) record Mash(int minutes) implements Step {}

                    @DtsValue @DtsField(2) record Boil(int minutes) implements Step {}
                }
                """));
        assertThat(compiled.codecOf(compiled.load("brewery.Step")).type().isReliable())
                .isTrue();
    }
}
