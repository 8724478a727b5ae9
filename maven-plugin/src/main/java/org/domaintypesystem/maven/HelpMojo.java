package org.domaintypesystem.maven;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Says what the goals of this plugin do and what can be set. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Leaves all goals of this plugin out. */
    @Parameter(property = "dts.skip", defaultValue = "false")
    private boolean skip;

    /** The goal to describe; all if it is not given. */
    @Parameter(property = "goal")
    private @Nullable String goal;

    @Override
    public void execute() {
        if (skip) {
            return;
        }
        List<MojoDescriptor> goals = plugin.getMojos().stream()
                .filter(mojo -> goal == null || mojo.getGoal().equals(goal))
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .toList();
        StringBuilder text = new StringBuilder("dts-maven-plugin ").append(plugin.getVersion());
        goals.forEach(mojo -> describe(mojo, text));
        if (goals.isEmpty()) {
            text.append("\n\nThere is no goal ").append(goal).append(", but ").append(names());
        }
        getLog().info(text);
    }

    private String names() {
        return plugin.getMojos().stream().map(MojoDescriptor::getGoal).sorted().collect(Collectors.joining(", "));
    }

    private static void describe(MojoDescriptor mojo, StringBuilder text) {
        text.append("\n\ndts:").append(mojo.getGoal());
        if (mojo.getPhase() != null) {
            text.append(" (").append(mojo.getPhase()).append(')');
        }
        text.append('\n').append(plain(mojo.getDescription()).indent(2).stripTrailing());
        List<org.apache.maven.plugin.descriptor.Parameter> parameters =
                mojo.getParameters() == null ? List.of() : mojo.getParameters();
        for (org.apache.maven.plugin.descriptor.Parameter parameter : parameters) {
            if (parameter.isEditable()) {
                text.append("\n  ").append(parameter.getName());
                String expression = parameter.getExpression();
                if (expression != null && expression.startsWith("${")) {
                    text.append(" (-D")
                            .append(expression, 2, expression.length() - 1)
                            .append(')');
                }
                if (parameter.getDefaultValue() != null) {
                    text.append(" = ").append(parameter.getDefaultValue());
                }
                text.append('\n')
                        .append(plain(parameter.getDescription()).indent(6).stripTrailing());
            }
        }
    }

    private static String plain(@Nullable String html) {
        return html == null
                ? ""
                : html.replaceAll("<[^>]*>", "").replace("&quot;", "\"").replace("&lt;", "<");
    }
}
