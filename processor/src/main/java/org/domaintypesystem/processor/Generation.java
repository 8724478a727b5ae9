package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.plan.Planner;
import org.domaintypesystem.processor.plan.TypePlan;
import org.domaintypesystem.processor.reader.Source;
import org.domaintypesystem.processor.reader.Sources;
import org.domaintypesystem.processor.reader.TypeReader;
import org.domaintypesystem.processor.validator.TypeValidator;
import org.domaintypesystem.processor.writer.CodecWriter;
import org.domaintypesystem.processor.writer.Generated;
import org.domaintypesystem.processor.writer.ListenerWriter;
import org.domaintypesystem.processor.writer.PublisherWriter;
import org.domaintypesystem.processor.writer.ViewWriter;
import org.domaintypesystem.schema.CapnpWriter;

/** Takes one type through all stages: read, validate, plan, write. Lives for one round. */
final class Generation {
    private static final String FOLDER = "META-INF/dts/";

    private final Filer filer;
    private final Reporter reporter;
    private final TypeReader reader;
    private final TypeValidator validator;
    private final Planner planner = new Planner();
    private final Generated generated;
    private final CodecWriter codecs;
    private final PublisherWriter publishers;
    private final ListenerWriter listeners;
    private final ViewWriter views;

    /**
     * @param sources all types that this compilation has come across
     */
    Generation(ProcessingEnvironment environment, Reporter reporter, Sources sources, Options options) {
        Elements elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.reporter = reporter;
        this.reader = new TypeReader(elements, environment.getTypeUtils(), sources, options.adapters());
        this.validator = new TypeValidator(
                reference -> elements.getTypeElement(reference.codec().canonicalName()) != null);
        this.generated = new Generated(elements);
        this.codecs = new CodecWriter(generated);
        this.publishers = new PublisherWriter(generated, elements);
        this.listeners = new ListenerWriter(generated);
        this.views = new ViewWriter(generated);
    }

    /** Generates all outputs of a type without faults; reports the faults of others. */
    void generate(Source source) {
        TypeGraph graph = reader.read(source);
        validator.validate(graph).stream().map(source::placed).forEach(reporter::report);
        if (!(graph.root() instanceof TypeModel.GenericModel) && validator.isValid(graph)) {
            TypePlan plan = planner.plan(graph);
            if (writeSchema(plan, source)) {
                classes(plan).forEach(type -> writeClass(plan, type));
            }
        }
    }

    private List<TypeSpec> classes(TypePlan plan) {
        List<TypeSpec> classes = new ArrayList<>(List.of(codecs.write(plan)));
        if (!(plan.content() instanceof TypePlan.Enumeration)) {
            classes.add(views.write(plan));
        }
        if (plan.model().declaration().isMessage()) {
            classes.add(publishers.write(plan));
            classes.add(listeners.write(plan));
        }
        return classes;
    }

    private boolean writeSchema(TypePlan plan, Source source) {
        Element origin = plan.model().declaration().element();
        String path = FOLDER + plan.file().path();
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openWriter()) {
            out.write(CapnpWriter.write(plan.file()));
            return true;
        } catch (FilerException alreadyThere) {
            String message = source.isImported()
                    ? Messages.importedTwice(source.type().getSimpleName().toString())
                    : Messages.sameSchemaFile(plan.file().path());
            reporter.report(source.placed(new Fault(origin, message)));
        } catch (IOException e) {
            reporter.report(new Fault(origin, Messages.cannotWrite(path, e)));
        }
        return false;
    }

    private static String nameOf(TypePlan plan, TypeSpec type) {
        return ClassName.get(plan.model().reference().codec().packageName(), type.name())
                .canonicalName();
    }

    private void writeClass(TypePlan plan, TypeSpec type) {
        try {
            generated.file(plan.model(), type).writeTo(filer);
        } catch (FilerException alreadyThere) {
            reporter.report(new Fault(plan.model().declaration().element(), Messages.classExists(nameOf(plan, type))));
        } catch (IOException e) {
            reporter.report(new Fault(plan.model().declaration().element(), Messages.cannotWrite(type.name(), e)));
        }
    }
}
