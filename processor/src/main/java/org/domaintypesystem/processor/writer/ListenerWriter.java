package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Query;
import org.domaintypesystem.Replies;
import org.domaintypesystem.Subscription;
import org.domaintypesystem.codec.ViewDecoder;
import org.domaintypesystem.processor.plan.TypePlan;

/** Writes the class by which a program listens to a type. */
public final class ListenerWriter {
    private final Generated generated;

    public ListenerWriter(Generated generated) {
        this.generated = generated;
    }

    public TypeSpec write(TypePlan plan) {
        ClassName codec = plan.model().reference().codec();
        ClassName view = ViewWriter.viewOf(plan.model().reference());
        ClassName message = plan.model().reference().javaClass();
        return generated
                .companion(plan.model(), plan.model().reference().companion("Listener"))
                .addJavadoc("Listens to {@link $T} messages, whoever publishes them.\n", message)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method("listen")
                        .addJavadoc("Hands every message to a consumer, on a thread of the subscription.\n\n")
                        .addJavadoc("@return what ends it\n")
                        .addParameter(consumerOf(Consumer.class, message), "consumer")
                        .addStatement("return subscribe(dts, (message, info) -> consumer.accept(message))")
                        .build())
                .addMethod(method("subscribe")
                        .addJavadoc(
                                "Hands every message to a listener, with what is known of it, and tells it of every "
                                        + "loss, on a thread of the subscription.\n\n")
                        .addJavadoc("@return what ends it\n")
                        .addParameter(consumerOf(Listener.class, message), "listener")
                        .addStatement("return subscribe(dts, listener, $T.queue())", Delivery.class)
                        .build())
                .addMethod(method("subscribe")
                        .addJavadoc("Hands every message to a listener in the way that {@code delivery} says.\n\n")
                        .addJavadoc("@return what ends it\n")
                        .addParameter(consumerOf(Listener.class, message), "listener")
                        .addParameter(Delivery.class, "delivery")
                        .addStatement("return dts.listen($T.INSTANCE, listener, delivery)", codec)
                        .build())
                .addMethod(method("listenInPlace")
                        .addJavadoc("Shows every message where it was received, without an object for it: the view is "
                                + "valid during the call, on the receiving thread.\n\n")
                        .addJavadoc("@return what ends it\n")
                        .addParameter(consumerOf(Listener.class, view), "listener")
                        .addStatement(
                                "return dts.listen(new $T<>($T.INSTANCE.type(), new $T()), listener, $T.inline())",
                                ViewDecoder.class,
                                codec,
                                view,
                                Delivery.class)
                        .build())
                .addMethod(query(ClassName.get(Query.class))
                        .addJavadoc(
                                "Asks those who publish the type, and hands every reply on, with what is known of it, on a "
                                        + "thread of the query.\n\n")
                        .addJavadoc("@param text what it means is between those who ask and those who answer\n")
                        .addJavadoc(
                                "@param time for how long replies are of use; the query ends before if all have answered\n")
                        .addJavadoc("@return what ends it sooner\n")
                        .addParameter(consumerOf(Replies.class, message), "replies")
                        .addStatement("return dts.query($T.INSTANCE, text, time, replies)", codec)
                        .build())
                .addMethod(query(ParameterizedTypeName.get(
                                ClassName.get(CompletableFuture.class),
                                ParameterizedTypeName.get(ClassName.get(List.class), message)))
                        .addJavadoc("Asks those who publish the type, and collects all replies.\n\n")
                        .addJavadoc("@param text what it means is between those who ask and those who answer\n")
                        .addJavadoc(
                                "@param time for how long replies are of use; the query ends before if all have answered\n")
                        .addJavadoc("@return completed when the query ends; cancelling it ends the query\n")
                        .addStatement("return dts.query($T.INSTANCE, text, time)", codec)
                        .build())
                .build();
    }

    private static MethodSpec.Builder query(TypeName result) {
        return MethodSpec.methodBuilder("query")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(result)
                .addParameter(Dts.class, "dts")
                .addParameter(String.class, "text")
                .addParameter(Duration.class, "time");
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(Subscription.class)
                .addParameter(Dts.class, "dts");
    }

    private static TypeName consumerOf(Class<?> consumer, ClassName consumed) {
        return ParameterizedTypeName.get(ClassName.get(consumer), WildcardTypeName.supertypeOf(consumed));
    }
}
