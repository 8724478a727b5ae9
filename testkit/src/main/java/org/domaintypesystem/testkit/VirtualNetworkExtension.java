package org.domaintypesystem.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Hands a {@link VirtualNetwork} to tests that have a parameter of that type, one to each test with its {@code @BeforeEach}
 * and {@code @AfterEach} methods, and closes it afterwards.
 *
 * <pre>{@code
 * @ExtendWith(VirtualNetworkExtension.class)
 * class ScreenTest {
 *     @Test
 *     void saysThatReadingsAreMissing(VirtualNetwork network) { ... }
 * }
 * }</pre>
 *
 * <p>The seed is another one each time, unless {@link Seed} or the system property {@code dts.seed} fixes it; the property
 * {@code dts.seed=random} has seeds drawn where {@link Seed} fixes them, too. When a test fails, its seed is printed, with a
 * command that replays it. {@link Seeds} repeats a test with many seeds.
 */
public final class VirtualNetworkExtension
        implements ParameterResolver, AfterEachCallback, TestTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(VirtualNetworkExtension.class);
    private static final String PROPERTY = "dts.seed";

    /** In place of a seed: each is drawn. */
    private static final String RANDOM = "random";

    /** So that a seed drawn is easily typed. */
    private static final long SEEDS = 1_000_000_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VirtualNetwork.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public VirtualNetwork resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        VirtualNetwork network = store.get(VirtualNetwork.class, VirtualNetwork.class);
        if (network == null) {
            Long repeated = store.get(Seeds.class, Long.class);
            network = VirtualNetwork.seeded(repeated == null ? seed(context) : repeated);
            store.put(VirtualNetwork.class, network);
        }
        return network;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        VirtualNetwork network = context.getStore(NAMESPACE).remove(VirtualNetwork.class, VirtualNetwork.class);
        if (network != null) {
            context.getExecutionException()
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .ifPresent(failure -> System.err.println(replay(context, network.seed())));
            network.close();
        }
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), Seeds.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        int count = AnnotationSupport.findAnnotation(context.getTestMethod(), Seeds.class)
                .map(Seeds::value)
                .orElse(1);
        Long given = property();
        if (given != null) {
            return Stream.of(new Repetition(given));
        }
        Optional<Long> first = fixed(context);
        LongStream seeds = first.isPresent()
                ? LongStream.range(0, count).map(i -> first.get() + i)
                : LongStream.generate(VirtualNetworkExtension::draw).distinct().limit(count);
        return seeds.mapToObj(Repetition::new);
    }

    private static long seed(ExtensionContext context) {
        Long given = property();
        return given != null ? given : fixed(context).orElseGet(VirtualNetworkExtension::draw);
    }

    private static long draw() {
        return ThreadLocalRandom.current().nextLong(SEEDS);
    }

    private static @Nullable Long property() {
        String seed = System.getProperty(PROPERTY);
        if (seed == null || seed.equals(RANDOM)) {
            return null;
        }
        try {
            return Long.valueOf(seed);
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(
                    PROPERTY + " is '" + seed + "', expected a number or '" + RANDOM + "'", e);
        }
    }

    private static Optional<Long> fixed(ExtensionContext context) {
        return RANDOM.equals(System.getProperty(PROPERTY))
                ? Optional.empty()
                : annotation(context).map(Seed::value);
    }

    /** The nearest one: of the method, its class or one around that. */
    private static Optional<Seed> annotation(ExtensionContext context) {
        Optional<Seed> own = AnnotationSupport.findAnnotation(context.getElement(), Seed.class);
        return own.isPresent() ? own : context.getParent().flatMap(VirtualNetworkExtension::annotation);
    }

    private static String replay(ExtensionContext context, long seed) {
        String test = context.getRequiredTestClass().getName() + "#"
                + context.getRequiredTestMethod().getName();
        return "%s failed with seed %d. Replay: mvn test '-Dtest=%s' -D%s=%d"
                .formatted(test, seed, test, PROPERTY, seed);
    }

    /** One run of a test that is repeated. */
    private record Repetition(long seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(
                    (BeforeEachCallback) context -> context.getStore(NAMESPACE).put(Seeds.class, seed));
        }
    }
}
