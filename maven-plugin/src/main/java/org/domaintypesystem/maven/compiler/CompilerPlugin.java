package org.domaintypesystem.maven.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads what a project configures for the maven-compiler-plugin. */
public final class CompilerPlugin {
    private static final String GROUP = "org.apache.maven.plugins";
    private static final String ARTIFACT = "maven-compiler-plugin";

    private final Properties properties = new Properties();
    private final @Nullable Xpp3Dom configuration;

    /**
     * Reads the configuration of one goal.
     *
     * @param user the properties of the command line
     * @param execution {@code default-compile}, or {@code default-testCompile}
     */
    public CompilerPlugin(MavenProject project, Properties user, String execution) {
        properties.putAll(project.getProperties());
        properties.putAll(user);
        Xpp3Dom own = project.getGoalConfiguration(GROUP, ARTIFACT, execution, null);
        this.configuration = own == null ? project.getGoalConfiguration(GROUP, ARTIFACT, null, null) : own;
    }

    public CompilerSetup setup() {
        List<String> arguments = new ArrayList<>(values("compilerArgs"));
        String single = value("compilerArgument", "");
        if (!single.isEmpty()) {
            arguments.addAll(Arrays.asList(single.split("\\s+")));
        }
        String proc = value("proc", "maven.compiler.proc");
        for (String argument : arguments) {
            if (argument.startsWith("-proc:")) {
                proc = argument.substring("-proc:".length());
            }
        }
        if (value("enablePreview", "maven.compiler.enablePreview").equals("true")) {
            arguments.add("--enable-preview");
        }
        return new CompilerSetup(
                Runtime.version().feature(),
                child("annotationProcessorPaths") == null ? null : processorPath(),
                child("annotationProcessors") == null ? null : values("annotationProcessors"),
                proc,
                value("release", "maven.compiler.release"),
                value("source", "maven.compiler.source"),
                value("encoding", "project.build.sourceEncoding"),
                List.copyOf(arguments));
    }

    private List<String> processorPath() {
        List<String> path = new ArrayList<>();
        Xpp3Dom paths = child("annotationProcessorPaths");
        if (paths != null) {
            for (Xpp3Dom entry : paths.getChildren()) {
                path.add(text(entry.getChild("groupId")) + ':' + text(entry.getChild("artifactId")));
            }
        }
        return path;
    }

    private String value(String parameter, String property) {
        String value = text(child(parameter));
        return value.isEmpty() ? properties.getProperty(property, "").strip() : value;
    }

    private List<String> values(String parameter) {
        Xpp3Dom list = child(parameter);
        return list == null
                ? List.of()
                : Arrays.stream(list.getChildren())
                        .map(CompilerPlugin::text)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private @Nullable Xpp3Dom child(String name) {
        return configuration == null ? null : configuration.getChild(name);
    }

    private static String text(@Nullable Xpp3Dom element) {
        String value = element == null ? null : element.getValue();
        return value == null ? "" : value.strip();
    }
}
