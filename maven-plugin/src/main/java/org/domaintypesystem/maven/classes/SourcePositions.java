package org.domaintypesystem.maven.classes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.domaintypesystem.maven.build.Module;

/** Where types and their members stand in the sources. Found by their names, so near enough for a person who looks. */
public final class SourcePositions {
    private static final Pattern COMMENT = Pattern.compile("//.*|/\\*.*?(\\*/|$)|^\\s*\\*.*");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    private final Module module;

    public SourcePositions(Module module) {
        this.module = module;
    }

    /** {@code src/main/java/brewery/Vat.java:7}; empty if the source is not found. */
    public Optional<String> of(ClassFile type) {
        return of(type, "");
    }

    /** Where a member of the type is; where the type is, if there is no such member. */
    public Optional<String> of(ClassFile type, String member) {
        if (type.source() == null) {
            return Optional.empty();
        }
        String path = type.packageName().replace('.', '/') + '/' + type.source();
        for (Path root : module.sources()) {
            Path file = root.resolve(path.startsWith("/") ? path.substring(1) : path);
            if (Files.isRegularFile(file)) {
                return Optional.of(module.shown(file) + ':' + line(file, type, member));
            }
        }
        return Optional.empty();
    }

    private static int line(Path file, ClassFile type, String member) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            return 1;
        }
        String simple = type.name()
                .substring(Math.max(type.name().lastIndexOf('.'), type.name().lastIndexOf('$')) + 1);
        String kind = simple.equals("package-info") ? "^\\s*package\\b" : "\\b(class|record|interface|enum)\\s+";
        Pattern declaration =
                Pattern.compile(kind + (simple.equals("package-info") ? "" : Pattern.quote(simple) + "\\b"));
        int start = find(lines, 0, declaration);
        if (start < 0) {
            return 1;
        }
        int found = member.isEmpty() ? start : find(lines, start, spellings(member));
        return (found < 0 ? start : found) + 1;
    }

    /** The schema says {@code coolingDown} where Java has that, or the constant {@code COOLING_DOWN}. */
    private static Pattern spellings(String member) {
        return Pattern.compile("(?i)\\b" + member.replaceAll("(?<=.)(?=[A-Z])", "_?") + "\\b");
    }

    private static int find(List<String> lines, int from, Pattern pattern) {
        for (int i = from; i < lines.size(); i++) {
            String code =
                    COMMENT.matcher(TEXT.matcher(lines.get(i)).replaceAll("")).replaceAll("");
            if (pattern.matcher(code).find()) {
                return i;
            }
        }
        return -1;
    }
}
