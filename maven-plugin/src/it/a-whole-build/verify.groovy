import java.util.zip.ZipFile

def entries(String jar) {
    new ZipFile(new File(basedir, jar)).withCloseable { zip -> zip.entries().collect { it.name } }
}

def jar = entries("target/a-whole-build-1.0-SNAPSHOT.jar")
assert jar.contains("brewery/TemperatureCodec.class")
assert jar.contains("META-INF/dts/brewery/Temperature.capnp")
assert jar.contains("META-INF/dts/index.txt")

assert entries("target/a-whole-build-1.0-SNAPSHOT-schemas.jar") ==
        ["brewery/Temperature.capnp", "dts/Uuid.capnp", "index.txt"]

def index = new File(basedir, "target/classes/META-INF/dts/index.txt").text
assert index ==~ /brewery\/Temperature\.capnp 0xc4823d37f52fcc19 0x[0-9a-f]{16}\n/
assert new File(basedir, "target/dts/dts/Uuid.capnp").file

// What was installed by the first build is what the second one made.
for (suffix in [".jar", "-schemas.jar"]) {
    def name = "a-whole-build-1.0-SNAPSHOT" + suffix
    def installed = new File(localRepositoryPath, "it/a-whole-build/1.0-SNAPSHOT/" + name)
    assert installed.bytes == new File(basedir, "target/" + name).bytes
}

def log = new File(basedir, "build.log").text
assert log.contains("generated for 1 type")
assert log.contains("nothing has been promised yet: mvn dts:update")
