/**
 * What makes {@code docs/performance.md}: runs benchmarks chapter by chapter, keeps their figures as JSON, and writes tables,
 * charts and what was asked for beside what was reached. What is measured, and how, is said where the chapters are.
 */
@NullMarked
package org.domaintypesystem.benchmarks.report;

import org.jspecify.annotations.NullMarked;
