package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** What generated codecs say of keys. */
class KeyTest {
    private static final Compiled COMPILED =
            Compiled.strictly(Map.of("lab.Sample", """
            package lab;

            import java.util.List;
            import java.util.Optional;
            import java.util.UUID;
            import org.domaintypesystem.annotation.*;

            @DtsType
            @SuppressWarnings("dts:key")
            public record Sample(
                    @DtsKey boolean flag,
                    @DtsKey int number,
                    @DtsKey double weight,
                    @DtsKey float height,
                    @DtsKey String name,
                    @DtsKey Colour colour,
                    @DtsKey UUID id,
                    @DtsKey byte[] bytes,
                    @DtsKey String[] labels,
                    @DtsKey Optional<String> note,
                    @DtsKey Place place,
                    @DtsKey List<Integer> path,
                    String rest) {
                @DtsValue
                public enum Colour { RED, GREEN }

                @DtsValue
                public record Place(int shelf, String room) {}
            }
            """, "lab.Bean", """
            package lab;

            import org.domaintypesystem.annotation.*;

            @DtsType
            public class Bean {
                @DtsKey
                private long number;
                @DtsKey
                public String name = "";
                public double value;

                public long getNumber() {
                    return number;
                }

                public void setNumber(long number) {
                    this.number = number;
                }
            }
            """, "lab.Plain", """
            package lab;

            import org.domaintypesystem.annotation.*;

            @DtsType
            public record Plain(String name) {}
            """));

    private static final List<List<Object>> CHOICES = List.of(
            List.of(true, false),
            List.of(1, 2),
            List.of(0.0, -0.0, Double.NaN),
            List.of(0.0f, -0.0f, Float.NaN),
            List.of("mash", "boil"),
            List.of("RED", "GREEN"),
            List.of(new UUID(1, 2), new UUID(1, 3)),
            List.of(new byte[] {1, 2}, new byte[] {1}),
            List.of(new String[] {"a"}, new String[] {"b"}),
            List.of(Optional.of("n"), Optional.empty()),
            List.of(7, 8),
            List.of(List.of(1), List.of(1, 2)));

    @Test
    void valuesAreOfOneSubjectIfTheWholeKeyIsEqual() throws ReflectiveOperationException {
        Keyed<Object> keyed = keyed("lab.Sample");
        int[] first = new int[CHOICES.size()];
        Object one = sample(first, "one");
        Object two = sample(first, "two");
        assertThat(keyed.sameKey(one, two)).isTrue();
        assertThat(keyed.keyHash(one)).isEqualTo(keyed.keyHash(two));
        Set<Integer> hashes = new HashSet<>(Set.of(keyed.keyHash(one)));
        int others = 1;
        for (int part = 0; part < CHOICES.size(); part++) {
            for (int choice = 1; choice < CHOICES.get(part).size(); choice++) {
                int[] chosen = first.clone();
                chosen[part] = choice;
                Object other = sample(chosen, "one");
                assertThat(keyed.sameKey(one, other)).as("part %d", part).isFalse();
                assertThat(keyed.sameKey(other, sample(chosen, "two"))).isTrue();
                hashes.add(keyed.keyHash(other));
                others++;
            }
        }
        // Only a change of sign hashes alike wherever it is.
        assertThat(hashes).hasSize(others - 1);
    }

    @Test
    void classesHaveKeysAsRecordsDo() throws ReflectiveOperationException {
        Keyed<Object> keyed = keyed("lab.Bean");
        assertThat(keyed.sameKey(bean(1, "a", 1), bean(1, "a", 2))).isTrue();
        assertThat(keyed.sameKey(bean(1, "a", 1), bean(2, "a", 1))).isFalse();
        assertThat(keyed.sameKey(bean(1, "a", 1), bean(1, "b", 1))).isFalse();
        assertThat(keyed.keyHash(bean(1, "a", 1))).isEqualTo(keyed.keyHash(bean(1, "a", 2)));
    }

    @Test
    void typesWithoutKeyHaveNone() {
        assertThat(COMPILED.codecOf(COMPILED.load("lab.Plain"))).isNotInstanceOf(Keyed.class);
    }

    private static Keyed<Object> keyed(String type) {
        Decoder<Object> codec = COMPILED.codecOf(COMPILED.load(type));
        return (Keyed<Object>) codec;
    }

    private static Object sample(int[] chosen, String rest) throws ReflectiveOperationException {
        Object[] parts = new Object[chosen.length + 1];
        for (int part = 0; part < chosen.length; part++) {
            parts[part] = CHOICES.get(part).get(chosen[part]);
        }
        parts[5] = COMPILED.load("lab.Sample$Colour")
                .getMethod("valueOf", String.class)
                .invoke(null, parts[5]);
        parts[10] = COMPILED.load("lab.Sample$Place")
                .getConstructor(int.class, String.class)
                .newInstance(parts[10], "cellar");
        parts[chosen.length] = rest;
        return COMPILED.load("lab.Sample").getConstructors()[0].newInstance(parts);
    }

    private static Object bean(long number, String name, double value) throws ReflectiveOperationException {
        Class<?> type = COMPILED.load("lab.Bean");
        Object bean = type.getConstructor().newInstance();
        type.getMethod("setNumber", long.class).invoke(bean, number);
        type.getField("name").set(bean, name);
        type.getField("value").set(bean, value);
        return bean;
    }
}
