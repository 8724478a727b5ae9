package org.domaintypesystem.capnproto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brewery.Recipe;
import brewery.Recipe.Step;
import brewery.RecipeCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.capnproto.AnyPointer;
import org.capnproto.BuilderArena;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.ReaderOptions;
import org.capnproto.Serialize;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CapnprotoBridgeTest {
    private static final Recipe RECIPE =
            new Recipe("純米", 12_000_000_000L, Instant.EPOCH, List.of(new Step("wash", 20), new Step("steam", 55)));

    private final CapnprotoBridge<Recipe> recipes = CapnprotoBridge.of(RecipeCodec.INSTANCE);

    @Test
    void itsReadersShowWhatTheValueHolds() {
        RecipeStruct.Reader reader = recipes.toReader(RECIPE).getRoot(RecipeStruct.factory);
        assertThat(reader.getName()).isEqualTo("純米");
        assertThat(reader.getLiters()).isEqualTo(12_000_000_000L);
        assertThat(reader.getSteps().isNull()).isFalse();
    }

    @Test
    void itsBuildersGoOnFromTheValue() {
        MessageBuilder builder = recipes.toBuilder(RECIPE);
        RecipeStruct.Builder root = builder.getRoot(RecipeStruct.factory);
        root.setName("a name that is much longer than the one before");
        root.setLiters(7);
        Recipe changed =
                new Recipe("a name that is much longer than the one before", 7, RECIPE.written(), RECIPE.steps());
        assertThat(recipes.from(builder)).isEqualTo(changed);
        root.getSteps().clear();
        assertThat(recipes.from(builder).steps()).isNull();
    }

    @Test
    void whatABuilderHoldsIsAValue() {
        MessageBuilder builder = new MessageBuilder();
        RecipeStruct.Builder root = builder.initRoot(RecipeStruct.factory);
        root.setName("koji");
        root.setLiters(-1);
        assertThat(recipes.from(builder)).isEqualTo(new Recipe("koji", -1, Instant.EPOCH, null));
    }

    @Test
    void valuesAreFieldsOfOtherStructs() {
        MessageBuilder outer = new MessageBuilder();
        // Any struct with a pointer will do.
        RecipeStruct.Builder holder = outer.initRoot(RecipeStruct.factory);
        recipes.write(RECIPE, holder.getSteps());
        assertThat(recipes.from(holder.asReader().getSteps())).isEqualTo(RECIPE);
        RecipeStruct.Reader inner = holder.asReader().getSteps().getAs(RecipeStruct.factory);
        assertThat(recipes.from(inner)).isEqualTo(RECIPE);
    }

    @Test
    void nothingIsAValueOfDefaults() {
        Recipe defaults = new Recipe(null, 0, Instant.EPOCH, null);
        MessageBuilder outer = new MessageBuilder();
        RecipeStruct.Builder holder = outer.initRoot(RecipeStruct.factory);
        assertThat(recipes.from(holder.asReader().getSteps())).isEqualTo(defaults);
        assertThat(recipes.from(holder.asReader().getSteps().getAs(RecipeStruct.factory)))
                .isEqualTo(defaults);
    }

    @Test
    void aMessageMayBeReadMoreOftenThanLimitsAllow() {
        Recipe large = new Recipe("x".repeat(1 << 20), 1, Instant.EPOCH, List.of());
        MessageReader reader = recipes.toReader(large);
        for (int i = 0; i < 80; i++) {
            assertThat(reader.getRoot(RecipeStruct.factory).getName()).hasSize(1 << 20);
            assertThat(recipes.from(reader)).isEqualTo(large);
        }
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        Recipe unwritable = new Recipe("", 0, null, null);
        assertThatThrownBy(() -> recipes.toBuilder(unwritable)).isInstanceOf(EncodeException.class);
        List<Step> withNull = Collections.singletonList(null);
        assertThatThrownBy(() -> recipes.toReader(new Recipe("", 0, Instant.EPOCH, withNull)))
                .isInstanceOf(EncodeException.class);
    }

    @Test
    void randomValuesGoThereAndBack() {
        RandomTypes types = RandomTypes.of(116, 5, 30);
        Compiled compiled = Compiled.strictly(types.sources());
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            CapnprotoBridge<Object> bridge = CapnprotoBridge.of(compiled.codecOf(type));
            for (int i = 0; i < 15; i++) {
                Object value = RandomValues.of(i).value(type);
                String content = Content.of(value);
                MessageReader reader = bridge.toReader(value);
                AnyPointer.Reader root = reader.getRoot(AnyPointer.factory);
                MessageBuilder tiny = new MessageBuilder(16, BuilderArena.AllocationStrategy.GROW_HEURISTICALLY);
                tiny.setRoot(AnyPointer.factory, root);
                assertThat(Content.of(bridge.from(reader)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(content);
                assertThat(Content.of(bridge.from(root)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(content);
                assertThat(Content.of(bridge.from(tiny)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(content);
                assertThat(Content.of(bridge.from(bridge.toBuilder(value))))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(content);
                assertThat(Content.of(bridge.from(reader.getRoot(AnyStruct.FACTORY))))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(content);
            }
        }
    }

    @Test
    void messagesOfStrangersAreValuesOrRefused() throws IOException {
        MessageBuilder scattered = new MessageBuilder(4, BuilderArena.AllocationStrategy.FIXED_SIZE);
        scattered.setRoot(AnyPointer.factory, recipes.toReader(RECIPE).getRoot(AnyPointer.factory));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Serialize.write(Channels.newChannel(bytes), scattered);
        Random random = new Random(9);
        int values = 0;
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = bytes.toByteArray();
            int table = 4 * (mutated[0] + 2 & ~1);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = table + random.nextInt(mutated.length - table);
                mutated[at] =
                        random.nextBoolean() ? (byte) random.nextInt() : (byte) (mutated[at] ^ 1 << random.nextInt(8));
            }
            MessageReader reader = Serialize.read(ByteBuffer.wrap(mutated), new ReaderOptions(1000, 64));
            values += reads(() -> recipes.from(reader)) ? 1 : 0;
            refused += reads(() -> recipes.from(reader.getRoot(AnyPointer.factory))) ? 0 : 1;
        }
        assertThat(values).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(1000);
    }

    private static boolean reads(Supplier<Recipe> reading) {
        try {
            reading.get();
            return true;
        } catch (DecodeException refused) {
            return false;
        }
    }
}
