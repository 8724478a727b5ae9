package org.domaintypesystem.processor;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.domaintypesystem.annotation.DtsImport;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.reader.AdapterFaults;
import org.domaintypesystem.processor.reader.Source;
import org.domaintypesystem.processor.reader.Sources;
import org.domaintypesystem.processor.reader.Unresolved;
import org.jspecify.annotations.Nullable;

/** Routes the annotated types of each round to the stages; types that wait for other processors come again. */
@AutoService(Processor.class)
public final class DtsProcessor extends AbstractProcessor {
    private final List<Source> deferred = new ArrayList<>();
    private Options options = Options.of(Map.of());
    private @Nullable Sources sources;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                DtsType.class.getCanonicalName(),
                DtsValue.class.getCanonicalName(),
                DtsImport.class.getCanonicalName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.ALL;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = Options.of(environment.getOptions());
        Reporter reporter = new Reporter(environment.getMessager());
        for (String option : options.unknown()) {
            reporter.report(Messages.unknownOption(option, String.join(", ", Options.ALL)));
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Elements elements = processingEnv.getElementUtils();
        if (sources == null) {
            sources = new Sources(elements);
            checkAdapters(elements);
        }
        List<Source> found = found(round);
        found.forEach(sources::add);
        List<Source> all = new ArrayList<>();
        deferred.forEach(source -> all.add(source.renewed(elements)));
        all.addAll(found);
        deferred.clear();
        // Lombok adds its members in the round that brings a class, before or after this.
        generate(all, new Unresolved(elements, !found.isEmpty()), sources);
        return false;
    }

    private void checkAdapters(Elements elements) {
        AdapterFaults faults = new AdapterFaults(elements, processingEnv.getTypeUtils());
        Reporter reporter = new Reporter(processingEnv.getMessager());
        options.adapters().forEach(adapter -> faults.of(adapter).ifPresent(reporter::report));
    }

    private static List<Source> found(RoundEnvironment round) {
        Set<TypeElement> types =
                new LinkedHashSet<>(ElementFilter.typesIn(round.getElementsAnnotatedWith(DtsType.class)));
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(DtsValue.class)));
        List<Source> found = new ArrayList<>();
        types.forEach(type -> found.add(new Source(type, type)));
        for (PackageElement importing : ElementFilter.packagesIn(round.getElementsAnnotatedWith(DtsImport.class))) {
            found.addAll(Source.importedBy(importing));
        }
        return found;
    }

    private void generate(List<Source> all, Unresolved unresolved, Sources sources) {
        Reporter reporter = new Reporter(processingEnv.getMessager());
        Generation generation = new Generation(processingEnv, reporter, sources, options);
        for (Source source : all) {
            try {
                if (!unresolved.isIn(source.type())) {
                    generation.generate(source);
                } else {
                    // If nobody generates what is missing, the compiler says so itself.
                    deferred.add(source);
                }
            } catch (RuntimeException e) {
                reporter.report(new Fault(source.origin(), Messages.internal(source.name(), e)));
            }
        }
    }
}
