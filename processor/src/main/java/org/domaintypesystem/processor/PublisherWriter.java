package org.domaintypesystem.processor;

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
import org.domaintypesystem.processor.TypeModel.ComponentModel;

/** Writes the publisher of a record: a singleton for whoever injects, and a plain class for everybody else. */
final class PublisherWriter {
    private static final ClassName SINGLETON = ClassName.get("jakarta.inject", "Singleton");
    private static final ClassName INJECT = ClassName.get("jakarta.inject", "Inject");

    private final Generated generated;
    private final boolean isInjected;

    PublisherWriter(Generated generated, Elements elements) {
        this.generated = generated;
        this.isInjected = elements.getTypeElement(INJECT.canonicalName()) != null;
    }

    TypeSpec write(TypePlan plan) {
        ClassName name = plan.model().reference().companion("Publisher");
        TypeSpec.Builder type = generated
                .companion(plan.model(), name)
                .addJavadoc("Publishes {@link $T} messages. Safe for use by several threads.\n", plan.javaType())
                .superclass(ParameterizedTypeName.get(ClassName.get(Publisher.class), plan.javaType()))
                .addMethod(constructor(plan))
                .addMethod(publishComponents(plan));
        if (isInjected) {
            type.addAnnotation(SINGLETON);
        }
        return type.build();
    }

    private MethodSpec constructor(TypePlan plan) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(Dts.class, "dts")
                .addStatement(
                        "super(dts, $T.INSTANCE)", plan.model().reference().codec());
        if (plan.model().isPublic()) {
            constructor.addModifiers(Modifier.PUBLIC);
        }
        if (isInjected) {
            constructor.addAnnotation(INJECT);
        }
        return constructor.build();
    }

    private static MethodSpec publishComponents(TypePlan plan) {
        List<ComponentModel> components = plan.model().components();
        Locals locals = new Locals(components);
        String draft = locals.of("draft");
        return MethodSpec.methodBuilder("publish")
                .addJavadoc("Publishes a message from its components, without an object for it.\n\n")
                .addJavadoc("@return false if it was dropped, see {@link $T#publish(Object)}\n", Publisher.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(Locals.parameters(components))
                .addStatement("$T $L = begin()", Draft.class, draft)
                .beginControlFlow("try")
                .addStatement(
                        "$L.end($T.writeComponents($L))",
                        draft,
                        plan.model().reference().codec(),
                        CodecWriter.wrapped(Stream.concat(
                                components.stream().map(ComponentModel::name),
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
                        CodecWriter.wrapped(components.stream().map(ComponentModel::name)))
                .build();
    }
}
