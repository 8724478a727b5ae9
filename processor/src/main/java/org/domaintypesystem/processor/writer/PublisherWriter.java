package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import org.domaintypesystem.Draft;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Publisher;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.plan.TypePlan;

/** Writes the publisher of a type: a singleton for whoever injects, and a plain class for everybody else. */
public final class PublisherWriter {
    private static final ClassName SINGLETON = ClassName.get("jakarta.inject", "Singleton");
    private static final ClassName INJECT = ClassName.get("jakarta.inject", "Inject");

    private final Generated generated;
    private final boolean isInjected;

    public PublisherWriter(Generated generated, Elements elements) {
        this.generated = generated;
        this.isInjected = elements.getTypeElement(INJECT.canonicalName()) != null;
    }

    public TypeSpec write(TypePlan plan) {
        TypeReference reference = plan.model().reference();
        TypeSpec.Builder type = generated
                .companion(plan.model(), reference.companion("Publisher"))
                .addJavadoc("Publishes {@link $T} messages. Safe for use by several threads.\n", reference.javaClass())
                .superclass(ParameterizedTypeName.get(ClassName.get(Publisher.class), reference.javaClass()))
                .addMethod(constructor(plan));
        if (plan.model() instanceof StructModel struct && struct.takesComponents() && !isOnlyItself(struct)) {
            type.addMethod(publishComponents(struct));
        }
        if (isInjected) {
            type.addAnnotation(SINGLETON);
        }
        return type.build();
    }

    /** Whether publishing the one component would look the same as publishing the message. */
    private static boolean isOnlyItself(StructModel struct) {
        return struct.properties().size() == 1
                && struct.properties()
                        .get(0)
                        .value()
                        .javaType()
                        .equals(struct.reference().javaType());
    }

    private MethodSpec constructor(TypePlan plan) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(Dts.class, "dts")
                .addStatement(
                        "super(dts, $T.INSTANCE)", plan.model().reference().codec());
        if (plan.model().declaration().isPublic()) {
            constructor.addModifiers(Modifier.PUBLIC);
        }
        if (isInjected) {
            constructor.addAnnotation(INJECT);
        }
        return constructor.build();
    }

    private static MethodSpec publishComponents(StructModel struct) {
        List<Property> properties = struct.properties();
        Locals locals = new Locals(properties);
        String draft = locals.of("draft");
        return MethodSpec.methodBuilder("publish")
                .addJavadoc("Publishes a message from its components, without an object for it.\n\n")
                .addJavadoc("@return false if it was dropped, see {@link $T#publish(Object)}\n", Publisher.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(locals.parameters())
                .addStatement("$T $L = begin()", Draft.class, draft)
                .beginControlFlow("try")
                .addStatement(
                        "$L.end($T.writeComponents($L))",
                        draft,
                        struct.reference().codec(),
                        EncodeMethods.wrapped(Stream.concat(
                                properties.stream().map(locals::of),
                                Stream.of("buffer", "pointer", "start", "limit")
                                        .map(method -> draft + "." + method + "()"))))
                .addStatement("return send($L)", draft)
                .nextControlFlow("catch ($T $L)", OutOfSpaceException.class, locals.of("full"))
                .addStatement("$L.grow()", draft)
                .nextControlFlow("finally")
                .addStatement("$L.close()", draft)
                .endControlFlow()
                .addStatement(
                        "return publish($L)",
                        EncodeMethods.wrapped(properties.stream().map(locals::of)))
                .build();
    }
}
