package org.domaintypesystem.processor.testing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** A processor whose outputs are recorded with the elements that it says they come from. */
public final class RecordedProcessor extends AbstractProcessor {
    private final Processor processor;
    private final SortedMap<String, List<String>> origins = new TreeMap<>();

    public RecordedProcessor(Processor processor) {
        this.processor = processor;
    }

    /** The originating elements of each output by its name: that of a class, or the path of a resource. */
    public SortedMap<String, List<String>> origins() {
        return origins;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        super.init(environment);
        processor.init(new RecordedEnvironment(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    private void record(CharSequence output, Element... elements) {
        origins.put(
                output.toString(),
                List.of(elements).stream().map(Element::toString).toList());
    }

    private final class RecordedEnvironment implements ProcessingEnvironment {
        private final ProcessingEnvironment environment;

        RecordedEnvironment(ProcessingEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Map<String, String> getOptions() {
            return environment.getOptions();
        }

        @Override
        public Messager getMessager() {
            return environment.getMessager();
        }

        @Override
        public Filer getFiler() {
            return new RecordedFiler(environment.getFiler());
        }

        @Override
        public Elements getElementUtils() {
            return environment.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return environment.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return environment.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return environment.getLocale();
        }
    }

    private final class RecordedFiler implements Filer {
        private final Filer filer;

        RecordedFiler(Filer filer) {
            this.filer = filer;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... elements) throws IOException {
            record(name, elements);
            return filer.createSourceFile(name, elements);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... elements) throws IOException {
            record(name, elements);
            return filer.createClassFile(name, elements);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence folder, CharSequence path, Element... elements)
                throws IOException {
            record(path, elements);
            return filer.createResource(location, folder, path, elements);
        }

        /** Incremental builds do not allow it. */
        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence folder, CharSequence path) {
            throw new UnsupportedOperationException(path.toString());
        }
    }
}
