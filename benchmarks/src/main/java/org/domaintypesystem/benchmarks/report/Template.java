package org.domaintypesystem.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with <code>{{names}}</code> in it, for which others take the place. */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9 -]+)}}");

    private final String text;

    public Template(String text) {
        this.text = text;
    }

    /** A file that lies where a class is. */
    public static Template resource(Class<?> beside, String name) throws IOException {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no " + name + " beside " + beside);
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * The text with what belongs into it.
     *
     * @throws IllegalArgumentException if a place has nothing, or something has no place
     */
    public String with(Map<String, String> contents) {
        Set<String> unused = new HashSet<>(contents.keySet());
        String result = PLACE.matcher(text).replaceAll(place -> {
            unused.remove(place.group(1));
            return Matcher.quoteReplacement(content(place, contents));
        });
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("no place for " + unused);
        }
        return result;
    }

    private static String content(MatchResult place, Map<String, String> contents) {
        String content = contents.get(place.group(1));
        if (content == null) {
            throw new IllegalArgumentException("nothing for " + place.group());
        }
        return content.strip();
    }
}
