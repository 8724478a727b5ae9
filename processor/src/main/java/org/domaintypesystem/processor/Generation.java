package org.domaintypesystem.processor;

import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.domaintypesystem.processor.TypeModel.EnumModel;
import org.domaintypesystem.processor.TypeModel.RecordModel;
import org.domaintypesystem.schema.CapnpWriter;
import org.domaintypesystem.schema.SchemaFile;

/** Takes one type through all stages: read, validate, plan, write. Lives for one round. */
final class Generation {
    private static final String FOLDER = "META-INF/dts/";

    private final Filer filer;
    private final Messager messager;
    private final TypeReader reader;
    private final TypeValidator validator;
    private final SchemaBuilder schemas = new SchemaBuilder();
    private final Generated generated;
    private final CodecWriter codecs;
    private final EnumCodecWriter enumCodecs;
    private final PublisherWriter publishers;
    private final ListenerWriter listeners;
    private final ViewWriter views;

    /**
     * @param annotated names of all annotated types that this compilation has come across
     */
    Generation(ProcessingEnvironment environment, Set<String> annotated) {
        this.filer = environment.getFiler();
        this.messager = environment.getMessager();
        this.reader = new TypeReader(environment.getElementUtils(), environment.getTypeUtils());
        this.validator = new TypeValidator(
                reference -> annotated.contains(reference.javaType().canonicalName())
                        || environment
                                        .getElementUtils()
                                        .getTypeElement(reference.codec().canonicalName())
                                != null);
        this.generated = new Generated(environment.getElementUtils());
        this.codecs = new CodecWriter(generated);
        this.enumCodecs = new EnumCodecWriter(generated);
        this.publishers = new PublisherWriter(generated, environment.getElementUtils());
        this.listeners = new ListenerWriter(generated);
        this.views = new ViewWriter(generated);
    }

    /** Generates all outputs of a type without faults; prints the faults of others. */
    void generate(TypeElement type) {
        TypeGraph graph = reader.read(type);
        List<Fault> faults = validator.validate(graph);
        faults.forEach(this::print);
        if (!validator.areReferencesValid(graph)) {
            return;
        }
        TypeModel model = graph.root();
        if (writeSchema(model)) {
            classes(graph).forEach(generated -> writeClass(model, generated));
        }
    }

    private List<TypeSpec> classes(TypeGraph graph) {
        if (graph.root() instanceof EnumModel model) {
            return List.of(enumCodecs.write(model));
        }
        TypePlan plan = schemas.plan((RecordModel) graph.root(), graph);
        List<TypeSpec> classes = new ArrayList<>(List.of(codecs.write(plan), views.write(plan)));
        if (plan.model().isMessage()) {
            classes.add(publishers.write(plan));
            classes.add(listeners.write(plan));
        }
        return classes;
    }

    private boolean writeSchema(TypeModel model) {
        SchemaFile file = SchemaFile.of(schemas.node(model));
        String path = FOLDER + file.path();
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, model.element())
                .openWriter()) {
            out.write(CapnpWriter.write(file));
            return true;
        } catch (FilerException alreadyThere) {
            print(new Fault(model.element(), Messages.sameSchemaFile(file.path())));
        } catch (IOException e) {
            print(new Fault(model.element(), Messages.cannotWrite(path, e)));
        }
        return false;
    }

    private void writeClass(TypeModel model, TypeSpec type) {
        try {
            generated.file(model, type).writeTo(filer);
        } catch (IOException e) {
            print(new Fault(model.element(), Messages.cannotWrite(type.name(), e)));
        }
    }

    private void print(Fault fault) {
        messager.printMessage(Diagnostic.Kind.ERROR, fault.message(), fault.element());
    }
}
