package org.domaintypesystem.maven.compiler;

/** What to paste into a POM. */
public final class Remedies {
    private Remedies() {}

    /** The plugin with the goals that a module with types of its own needs. */
    public static String plugin(String version) {
        return """
                <plugin>
                  <groupId>org.domaintypesystem</groupId>
                  <artifactId>dts-maven-plugin</artifactId>
                  <version>%s</version>
                  <executions>
                    <execution>
                      <goals>
                        <goal>generate</goal>
                        <goal>collect</goal>
                        <goal>check</goal>
                      </goals>
                    </execution>
                  </executions>
                </plugin>
                """.formatted(version);
    }

    /** The processor where the compiler plugin runs it. */
    public static String processorPath(String version) {
        return processorPath("org.domaintypesystem", "dts-processor", version);
    }

    /** Some processor where the compiler plugin runs it. */
    public static String processorPath(String group, String artifact, String version) {
        return """
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <configuration>
                    <annotationProcessorPaths>
                      <path>
                        <groupId>%s</groupId>
                        <artifactId>%s</artifactId>
                        <version>%s</version>
                      </path>
                    </annotationProcessorPaths>
                  </configuration>
                </plugin>
                """.formatted(group, artifact, version);
    }

    /** What programs need at run time. */
    public static String runtime(String version) {
        return """
                <dependency>
                  <groupId>org.domaintypesystem</groupId>
                  <artifactId>dts-runtime</artifactId>
                  <version>%s</version>
                </dependency>
                """.formatted(version);
    }
}
