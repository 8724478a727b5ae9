package org.domaintypesystem.processor;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

/** Routes the annotated types of each round to the stages; types that wait for other processors come again. */
@AutoService(Processor.class)
public final class DtsProcessor extends AbstractProcessor {
    private final Set<String> annotated = new HashSet<>();
    private final Set<String> deferred = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(DtsType.class.getCanonicalName(), DtsValue.class.getCanonicalName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        Elements elements = processingEnv.getElementUtils();
        deferred.stream().map(elements::getTypeElement).forEach(types::add);
        deferred.clear();
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(DtsType.class)));
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(DtsValue.class)));
        types.forEach(type -> annotated.add(type.getQualifiedName().toString()));
        Generation generation = new Generation(processingEnv, annotated);
        Unresolved unresolved = new Unresolved();
        for (TypeElement type : types) {
            try {
                if (!unresolved.isIn(type)) {
                    generation.generate(type);
                } else {
                    // If nobody generates what is missing, the compiler says so itself.
                    deferred.add(type.getQualifiedName().toString());
                }
            } catch (RuntimeException e) {
                print(new Fault(type, Messages.internal(type.getQualifiedName().toString(), e)));
            }
        }
        return false;
    }

    private void print(Fault fault) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault.message(), fault.element());
    }
}
