import java.nio.file.Files
import java.nio.file.InvalidPathException
import java.nio.file.Path

// Where the machine is set to plain ASCII, such a name cannot even be written down.
def name = "Sudhaus f\u00fcr Gr\u00f6\u00dfen"
try {
    Path.of(name)
} catch (InvalidPathException e) {
    name = "Sudhaus mit Bottich"
}
def folder = new File(basedir, name)
folder.mkdir()
for (moved in ["pom.xml", "src"]) {
    Files.move(new File(basedir, moved).toPath(), new File(folder, moved).toPath())
}
def plugins = (new File(folder, "pom.xml").getText("UTF-8") =~ /(?s)<pluginManagement>.*<\/pluginManagement>/)[0]
new File(basedir, "pom.xml").setText('''<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>folders</artifactId>
  <version>1.0-SNAPSHOT</version>
  <packaging>pom</packaging>
  <modules>
    <module>NAME</module>
  </modules>
  <build>
    PLUGINS
  </build>
</project>
'''.replace("NAME", name).replace("PLUGINS", plugins), "UTF-8")
return true
