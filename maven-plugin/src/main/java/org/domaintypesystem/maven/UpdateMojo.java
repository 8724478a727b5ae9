package org.domaintypesystem.maven;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.check.Acceptances;
import org.domaintypesystem.maven.check.Baseline;
import org.domaintypesystem.maven.check.ChangeReport;
import org.domaintypesystem.maven.check.Comparison;
import org.domaintypesystem.maven.check.Promise;
import org.domaintypesystem.maven.classes.SourcePositions;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the module and writes its schemas to the baseline: that is the promise from now on. A change that the level does
 * not allow takes a reason, <code>mvn dts:update -Ddts.accept="the reason"</code>, which is kept in accepted.txt beside the
 * schemas.
 */
@Mojo(name = "update", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class UpdateMojo extends PromiseMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.update.skip", defaultValue = "false")
    private boolean skip;

    /** Why changes are made that break other programs. */
    @Parameter(property = "dts.accept")
    private @Nullable String accept;

    @Inject
    UpdateMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    void run() throws IOException, UserFault {
        Module module = compiled();
        ModuleSchemas schemas = ModuleSchemas.of(module);
        schemas.files();
        Baseline baseline = baseline(module);
        Acceptances acceptances = baseline.acceptances();
        ChangeReport report = new ChangeReport(schemas, new SourcePositions(module));
        if (baseline.exists()) {
            accept(Comparison.of(baseline.promise(), schemas, level(), Acceptances.read("")), acceptances, report);
        }
        Optional<Promise> released = released();
        if (released.isPresent()) {
            accept(Comparison.of(released.get(), schemas, level(), acceptances), acceptances, report);
        }
        if (!acceptances.isEmpty()) {
            baseline.write(acceptances);
        }
        List<String> touched = baseline.write(schemas.texts());
        touched.forEach(path -> getLog().info(baseline.shown() + '/' + path));
        getLog().info(
                        touched.isEmpty()
                                ? baseline.shown() + " is up to date"
                                : baseline.shown() + " has what is promised now: commit it with the sources");
    }

    private void accept(Comparison comparison, Acceptances acceptances, ChangeReport report) throws UserFault {
        List<SchemaChange> refused = comparison.refused();
        if (refused.isEmpty()) {
            return;
        }
        if (accept == null || accept.isBlank()) {
            throw new UserFault(report.refusal(comparison, level()));
        }
        for (SchemaChange change : refused) {
            acceptances.accept(change, accept);
            getLog().warn(report.text(change, comparison.promise()) + "\n  accepted: " + accept.strip());
        }
    }
}
