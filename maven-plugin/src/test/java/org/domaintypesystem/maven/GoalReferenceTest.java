package org.domaintypesystem.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The reference of all goals is what the plugin's own descriptor says; {@code -Ddts.docs.update=true} writes it anew. */
class GoalReferenceTest {
    private static final Path REFERENCE = Path.of("../docs/maven-plugin-goals.md");

    @Test
    void theReferenceIsUpToDate() throws Exception {
        String text = reference();
        if (Boolean.getBoolean("dts.docs.update")) {
            Files.writeString(REFERENCE, text);
        }
        assertThat(Files.readString(REFERENCE)).isEqualTo(text);
    }

    @Test
    void everyGoalCanBeSkippedAndIsThreadSafe() throws Exception {
        assertThat(mojos()).isNotEmpty().allSatisfy(mojo -> {
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            assertThat(children(child(mojo, "parameters")))
                    .anyMatch(parameter -> text(parameter, "name").equals("skip"));
        });
    }

    private static String reference() throws Exception {
        StringBuilder text = new StringBuilder("""
                # Goals of the Maven plugin

                Made from the plugin itself. [What they are for](maven-plugin.md).
                """);
        for (Element mojo : mojos()) {
            text.append("\n## dts:").append(text(mojo, "goal")).append("\n\n");
            text.append(text(mojo, "description")).append('\n');
            String phase = text(mojo, "phase");
            text.append(phase.isEmpty() ? "\nBound to no phase.\n" : "\nBound to phase `" + phase + "` by default.\n");
            text.append("\n| parameter | property | default | |\n|---|---|---|---|\n");
            Element configuration = child(mojo, "configuration");
            for (Element parameter : children(child(mojo, "parameters"))) {
                if (text(parameter, "editable").equals("true")) {
                    text.append(row(parameter, child(configuration, text(parameter, "name"))));
                }
            }
        }
        return text.toString();
    }

    private static String row(Element parameter, Element configured) {
        String property = configured.getTextContent().replaceAll("[${}]", "");
        String value = configured.getAttribute("default-value");
        return "| `" + text(parameter, "name") + "` | " + code(property) + " | " + code(value) + " | "
                + text(parameter, "description").replace("|", "\\|") + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : '`' + text + '`';
    }

    private static List<Element> mojos() throws Exception {
        try (InputStream in = GoalReferenceTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Element plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            List<Element> mojos = new ArrayList<>(children(child(plugin, "mojos")));
            mojos.sort(Comparator.comparing(mojo -> text(mojo, "goal")));
            return mojos;
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseGet(() -> parent.getOwnerDocument().createElement(name));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }
}
