package org.domaintypesystem.maven;

import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
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
import org.eclipse.aether.RepositorySystem;

/**
 * Compares the schemas of the module with what was promised before: with the baseline, a folder of schemas that is committed
 * with the sources, and with a release if one is named. Fails for changes that the level does not allow, with the rule, the
 * lines before and after, where it is in the source, and what to write instead. Never writes anything: goal update does.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckMojo extends PromiseMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.check.skip", defaultValue = "false")
    private boolean skip;

    /** Whether to fail for allowed changes, too, as long as the baseline does not have them: goal update records them. */
    @Parameter(property = "dts.strict", defaultValue = "false")
    private boolean strict;

    @Inject
    CheckMojo(RepositorySystem repositories) {
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
        Baseline baseline = baseline(module);
        Acceptances acceptances = baseline.acceptances();
        ChangeReport report = new ChangeReport(schemas, new SourcePositions(module));
        if (baseline.exists()) {
            Comparison comparison = compare(baseline.promise(), schemas, Acceptances.read(""), report);
            if (comparison.hasChanges()) {
                String text = baseline.shown() + " does not have these changes yet: mvn dts:update records them";
                if (strict) {
                    throw new UserFault(text);
                }
                getLog().info(text);
            }
        } else if (!schemas.texts().isEmpty()) {
            getLog().warn("nothing has been promised yet: mvn dts:update writes the schemas to " + baseline.shown()
                    + ", to be committed");
        }
        if (isReleaseWanted()) {
            Optional<Promise> released = released();
            if (released.isPresent()) {
                compare(released.get(), schemas, acceptances, report);
            } else {
                getLog().info("there is no release to compare with yet");
            }
        }
    }

    private Comparison compare(Promise promise, ModuleSchemas schemas, Acceptances acceptances, ChangeReport report)
            throws UserFault {
        Comparison comparison = Comparison.of(promise, schemas, level(), acceptances);
        comparison.harmless().forEach(change -> getLog().info(report.text(change, promise)));
        comparison.risky().forEach(change -> getLog().warn(report.text(change, promise)));
        comparison
                .accepted()
                .forEach(change ->
                        getLog().info(report.text(change, promise) + "\n  accepted: " + acceptances.reason(change)));
        if (!comparison.refused().isEmpty()) {
            throw new UserFault(report.refusal(comparison, level()));
        }
        getLog().info("what " + promise.name() + " promises is kept (level " + level() + ')');
        return comparison;
    }
}
