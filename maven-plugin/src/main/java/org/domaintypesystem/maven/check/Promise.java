package org.domaintypesystem.maven.check;

import java.util.List;
import java.util.Map;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.collect.SchemaTexts;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.TypeName;

/**
 * The schemas that others rely on: those of the baseline, or of a release.
 *
 * @param name as in "breaks what … promises"
 */
public record Promise(String name, SchemaTexts texts) {

    /** All that it says; what it refers to may have come with libraries. */
    public List<SchemaFile> files(SchemaTexts dependencies) throws UserFault {
        return texts.read(dependencies);
    }

    /** Where a line of a declaration stands, {@code src/main/dts/brewery/Vat.capnp:9}; empty if it is not found. */
    String position(TypeName declaration, String line) {
        String file = texts.text(declaration.file()) == null ? fileWith(line) : declaration.file();
        String text = texts.text(file);
        if (text == null) {
            return "";
        }
        String opening = line.indexOf('{') < 0 ? line : line.substring(0, line.indexOf('{') + 1);
        List<String> lines = text.lines().map(String::strip).toList();
        int begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("struct " + declaration.simple() + ' ')
                    || lines.get(i).startsWith("enum " + declaration.simple() + ' ')) {
                begin = i;
            }
        }
        for (int i = begin; i < lines.size(); i++) {
            if (lines.get(i).equals(opening) || lines.get(i).equals(opening + " {")) {
                return texts.shown() + '/' + file + ':' + (i + 1);
            }
        }
        return "";
    }

    /** The file of a declaration that has another name by now; empty if there is none. */
    private String fileWith(String opening) {
        return texts.byPath().entrySet().stream()
                .filter(entry -> entry.getValue().contains(opening + " {"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
