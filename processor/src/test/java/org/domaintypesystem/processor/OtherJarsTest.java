package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Library;
import org.domaintypesystem.processor.testing.RoundTrip;
import org.domaintypesystem.processor.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that were compiled before, in other jars: with codecs, or without. */
class OtherJarsTest {
    private static final Path LIBRARIES = Path.of("src/test/resources/libraries");
    private static final String OFFER = """
            package app;

            import java.util.List;
            import org.domaintypesystem.annotation.DtsType;

            @DtsType
            public record Offer(String article, List<shop.Price> prices) {}
            """;

    @TempDir
    Path folder;

    @Test
    void codecsOfOtherJarsAreUsedAndNotGenerated() throws ReflectiveOperationException {
        Library shop = shop();
        Compilation compilation = shop.use(Map.of("app.Offer", OFFER), new DtsProcessor());
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        Compiled compiled = Compiled.of(compilation, shop.classes());
        assertThat(compiled.generatedTexts().keySet()).allMatch(path -> path.contains("app/Offer"));
        Object price = price(compiled);
        Object offer = make(compiled.load("app.Offer"), "malt", List.of(price));
        assertThat(RoundTrip.of(compiled, offer)).isEqualTo(offer);
    }

    /** On the network it is one type, whoever compiled it with what. */
    @Test
    void theSchemaIsTheSameWhetherTypesAreSourcesOrClasses() {
        Map<String, String> together = new HashMap<>(Sources.texts(LIBRARIES.resolve("shop")));
        together.put("app.Offer", OFFER);
        Compiled once = Compiled.strictly(together);
        Library shop = shop();
        Compiled apart = Compiled.of(shop.use(Map.of("app.Offer", OFFER), new DtsProcessor()), shop.classes());
        assertThat(apart.codecOf(apart.load("app.Offer")).type())
                .isEqualTo(once.codecOf(once.load("app.Offer")).type());
    }

    @Test
    void importedTypesAreTakenAsIfTheyWereAnnotated() throws ReflectiveOperationException {
        Library crm = crm("-parameters");
        Compilation compilation =
                crm.use(Map.of("app.package-info", """
                        @DtsImport({crm.Person.class, crm.Address.class, crm.Standing.class, crm.Account.class})
                        package app;

                        import org.domaintypesystem.annotation.DtsImport;
                        """, "app.below.Customer", """
                        package app.below;

                        import org.domaintypesystem.annotation.DtsType;

                        @DtsType
                        public record Customer(crm.Person person, crm.Account account) {}
                        """), new DtsProcessor());
        assertThat(compilation.isSuccessful()).as(compilation.texts()).isTrue();
        Compiled compiled = Compiled.of(compilation, crm.classes());
        assertThat(compiled.generatedTexts())
                .containsKeys("app/PersonCodec.java", "app/AddressCodec.java", "META-INF/dts/crm/Person.capnp")
                .doesNotContainKey("app/PersonPublisher.java");
        Object person = make(compiled.load("crm.Person"));
        set(person, "setName", "Ada");
        set(person, "setAddresses", List.of(make(compiled.load("crm.Address"), "Mill Lane", 3)));
        set(person, "setStanding", compiled.load("crm.Standing").getEnumConstants()[1]);
        Object customer =
                make(compiled.load("app.below.Customer"), person, make(compiled.load("crm.Account"), "Ada", 100L));
        assertThat(RoundTrip.of(compiled, customer)).usingRecursiveComparison().isEqualTo(customer);
    }

    @Test
    void whatIsWrongWithAnImportIsSaidWhereItIsImported() {
        assertThat(errors(crm("-g:none"), """
                        @DtsImport({
                            crm.Person.class,
                            crm.Account.class,
                            crm.Hidden.class,
                            String.class,
                            java.util.concurrent.TimeUnit.class,
                            Runnable.class
                        })
                        package app;

                        import org.domaintypesystem.annotation.DtsImport;
                        """))
                .containsExactlyInAnyOrder(
                        "2: Person.addresses: Address is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter",
                        "2: Person.standing: Standing is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter",
                        "3: Account was compiled without the names of its constructors' parameters: have its library compiled with -parameters, or write a @DtsAdapter for it",
                        "4: Hidden.number: generated code cannot read number: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore",
                        "4: Hidden.secret: generated code cannot read secret: write a getter for it, or make it at least package-private, or leave it out with @DtsIgnore",
                        "5: String is a class of Java itself, whose content cannot be read field by field: leave it out of @DtsImport; write a @DtsAdapter if docs/types.md does not list it",
                        "7: Runnable is a class of Java itself, whose content cannot be read field by field: leave it out of @DtsImport; write a @DtsAdapter if docs/types.md does not list it");
    }

    @Test
    void annotatedTypesAreNotImported() {
        assertThat(errors(shop(), """
                        @DtsImport(shop.Price.class)
                        package app;

                        import org.domaintypesystem.annotation.DtsImport;
                        """))
                .containsExactly(
                        "1: Price is annotated itself, and has the codec of its own library: leave it out of @DtsImport");
    }

    @Test
    void aTypeIsImportedOnce() {
        Compilation compilation = crm("-parameters")
                .use(
                        Map.of(
                                "a.package-info",
                                "@org.domaintypesystem.annotation.DtsImport(crm.Address.class) package a;",
                                "b.package-info",
                                "@org.domaintypesystem.annotation.DtsImport(crm.Address.class) package b;"),
                        new DtsProcessor());
        assertThat(texts(compilation))
                .containsExactly(
                        "1: Address is imported by another package of this build, too: import it once, in a package that is above all that use it");
    }

    /** Nothing is generated for types that nobody annotated or imported. */
    @Test
    void otherTypesAreRefused() {
        assertThat(texts(crm("-parameters").use(Map.of("app.Customer", """
                        package app;

                        import org.domaintypesystem.annotation.DtsType;

                        @DtsType
                        public record Customer(
                                crm.Address address) {}
                        """), new DtsProcessor())))
                .containsExactly(
                        "7: Address is not annotated: annotate it with @DtsValue; if it is another library's, name it in @DtsImport on the package or write a @DtsAdapter");
    }

    private Library shop() {
        return Library.compile(
                folder, Sources.texts(LIBRARIES.resolve("shop")), List.of("-parameters"), new DtsProcessor());
    }

    private Library crm(String option) {
        return Library.compile(folder, Sources.texts(LIBRARIES.resolve("crm")), List.of(option, "-proc:none"));
    }

    private static List<String> errors(Library library, String packageInfo) {
        return texts(library.use(Map.of("app.package-info", packageInfo), new DtsProcessor()));
    }

    private static List<String> texts(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .toList();
    }

    private static Object price(Compiled compiled) throws ReflectiveOperationException {
        Object tax = make(compiled.load("shop.Price$Tax"), 0.19);
        Object euro = compiled.load("shop.Price$Currency").getEnumConstants()[0];
        return make(
                compiled.load("shop.Price"),
                BigInteger.TEN,
                euro,
                new ArrayList<>(Arrays.asList(1, null, 3)),
                Map.of("vat", tax),
                null);
    }

    private static Object make(Class<?> type, Object... arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getConstructors()[0];
        return constructor.newInstance(arguments);
    }

    private static void set(Object object, String setter, Object value) throws ReflectiveOperationException {
        for (Method method : object.getClass().getMethods()) {
            if (method.getName().equals(setter)) {
                method.invoke(object, value);
            }
        }
    }
}
