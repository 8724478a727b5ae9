package org.domaintypesystem.maven.doctor;

import java.util.ArrayList;
import java.util.List;

/**
 * The plugins of a project, in the order of its POM: in a phase they run in this order.
 *
 * @param steps what is bound to phases
 */
public record PluginOrder(List<Step> steps) {
    private static final String OURS = "dts-maven-plugin";

    public PluginOrder {
        steps = List.copyOf(steps);
    }

    /**
     * A goal of a plugin.
     *
     * @param phase empty if the POM does not say it
     */
    public record Step(String plugin, String goal, String phase) {}

    /** Whether a goal of this plugin is bound. */
    boolean has(String goal) {
        return steps.stream()
                .anyMatch(step -> step.plugin().equals(OURS) && step.goal().equals(goal));
    }

    /** Other plugins that generate sources after goal generate has looked at them. */
    List<String> generatorsBehind() {
        List<String> behind = new ArrayList<>();
        boolean isBehind = false;
        for (Step step : steps) {
            if (step.plugin().equals(OURS)) {
                isBehind |= step.goal().equals("generate");
            } else if (isBehind
                    && (step.phase().equals("generate-sources") || step.phase().equals("process-sources"))) {
                behind.add(step.plugin() + ':' + step.goal());
            }
        }
        return behind;
    }
}
