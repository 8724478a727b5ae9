package org.domaintypesystem.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.doctor.Doctor;
import org.domaintypesystem.maven.doctor.Finding;
import org.domaintypesystem.maven.doctor.PluginOrder;
import org.domaintypesystem.maven.doctor.PluginOrder.Step;

/**
 * Looks for what keeps a project from working, and says what it is and what to do: JDK, dependencies, the annotation
 * processor, the order of plugins, the effective configuration, and whether multicast works on the loopback interface.
 */
@Mojo(name = "doctor", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class DoctorMojo extends DtsMojo {
    /** Leaves this goal out. */
    @Parameter(property = "dts.doctor.skip", defaultValue = "false")
    private boolean skip;

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    void run() throws UserFault {
        Module module = module();
        CompilerSetup compiler = compiler();
        getLog().info("Maven " + session().getSystemProperties().getProperty("maven.version", "?")
                + ", dts-maven-plugin " + version() + ", " + project().getId());
        List<Finding> findings = new Doctor(module, compiler, order(), version()).findings();
        for (Finding finding : findings) {
            if (finding.isBroken()) {
                getLog().error(finding.toString());
            } else {
                getLog().info(finding.toString());
            }
        }
        configuration(compiler).forEach(getLog()::info);
        long broken = findings.stream().filter(Finding::isBroken).count();
        if (broken > 0) {
            throw new UserFault(Count.of(broken, "fault") + " found, see above");
        }
    }

    private PluginOrder order() {
        List<Step> steps = new ArrayList<>();
        for (Plugin plugin : project().getBuildPlugins()) {
            for (PluginExecution execution : plugin.getExecutions()) {
                for (String goal : execution.getGoals()) {
                    String phase = execution.getPhase();
                    steps.add(new Step(plugin.getArtifactId(), goal, phase == null ? "" : phase));
                }
            }
        }
        return new PluginOrder(steps);
    }

    /** What is configured for the plugin, in the POM and on the command line, and for the compiler. */
    private List<String> configuration(CompilerSetup compiler) {
        List<String> lines = new ArrayList<>();
        Plugin own =
                project().getPlugin(execution().getGroupId() + ':' + execution().getArtifactId());
        if (own != null) {
            if (own.getConfiguration() != null) {
                lines.add("configured: " + own.getConfiguration());
            }
            for (PluginExecution execution : own.getExecutions()) {
                Object configuration = execution.getConfiguration();
                lines.add("execution " + execution.getId() + ": " + String.join(", ", execution.getGoals())
                        + (configuration == null ? "" : '\n' + configuration.toString()));
            }
        }
        session().getUserProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("dts."))
                .sorted()
                .forEach(name -> lines.add(
                        "-D" + name + '=' + session().getUserProperties().getProperty(name)));
        lines.add("compiler: release " + shown(compiler.release()) + ", source " + shown(compiler.source()) + ", proc "
                + shown(compiler.proc()) + ", encoding " + shown(compiler.encoding()) + ", arguments "
                + compiler.arguments());
        return lines;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }

    @Override
    boolean isOfSources() {
        return false;
    }
}
