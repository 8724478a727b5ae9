package org.domaintypesystem.benchmarks.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles one and the same project again and again, and prints the nanoseconds of each compilation after the warm-up. */
public final class WarmCompilations {
    private WarmCompilations() {}

    /** Takes the folder of the project and the numbers of compilations to warm up and to measure. */
    public static void main(String[] arguments) throws IOException {
        Project project = Project.in(Path.of(arguments[0]));
        int warmUps = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        for (int i = 0; i < warmUps + runs; i++) {
            project.clean();
            long start = System.nanoTime();
            compile(project);
            if (i >= warmUps) {
                System.out.println(System.nanoTime() - start);
            }
        }
    }

    private static void compile(Project project) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int code = compiler.run(null, output, output, project.arguments().toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException(output.toString(StandardCharsets.UTF_8));
        }
    }
}
