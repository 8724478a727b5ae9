package org.domaintypesystem.maven;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
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
        if (baseline.exists()) {
            accept(baseline, schemas, new ChangeReport(schemas, new SourcePositions(module)));
        }
        List<String> touched = baseline.write(schemas.texts());
        touched.forEach(path -> getLog().info(baseline.shown() + '/' + path));
        getLog().info(
                        touched.isEmpty()
                                ? baseline.shown() + " is up to date"
                                : baseline.shown() + " has what is promised now: commit it with the sources");
    }

    private void accept(Baseline baseline, ModuleSchemas schemas, ChangeReport report) throws IOException, UserFault {
        Promise promise = baseline.promise();
        Comparison comparison = Comparison.of(promise, schemas, level(), Acceptances.read(""));
        List<SchemaChange> refused = comparison.refused();
        if (refused.isEmpty()) {
            return;
        }
        if (accept == null || accept.isBlank()) {
            throw new UserFault(report.refusal(comparison, level()));
        }
        Acceptances acceptances = baseline.acceptances();
        for (SchemaChange change : refused) {
            acceptances.accept(change, accept);
        }
        baseline.write(acceptances);
        getLog().warn("accepted, since " + accept.strip() + ":\n\n"
                + refused.stream().map(change -> report.text(change, promise)).collect(Collectors.joining("\n\n")));
    }
}
