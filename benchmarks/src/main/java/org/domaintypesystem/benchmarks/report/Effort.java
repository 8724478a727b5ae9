package org.domaintypesystem.benchmarks.report;

/** How long to measure: for figures that are shown to others, or for a first impression. */
public enum Effort {
    FULL,
    QUICK
}
