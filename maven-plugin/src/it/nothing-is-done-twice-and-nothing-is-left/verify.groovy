import java.util.zip.ZipFile

def said(String text) {
    def log = new File(basedir, "build.log").text.normalize().replace('\\', '/')
    log.count("[INFO] " + text + "\n")
}

def jar = "target/nothing-is-done-twice-and-nothing-is-left-1.0-SNAPSHOT-schemas.jar"
for (work in ["generated for 2 types", "schemas of 2 types", "catalogue of 2 types in target/dts-docs", "schemas of 2 types in " + jar]) {
    assert said(work) == 3
    assert said("nothing changed: " + work) == 1
    assert said(work.replace("2 types", "1 type")) == 1
}

def left = []
new File(basedir, "target").eachFileRecurse { if (it.name.contains("Pump") || it.file && it.name =~ /types|index/ && it.text.contains("Pump")) left << it }
assert left.findAll { !it.path.contains("maven-status") } == []
assert new File(basedir, "target/classes/brewery/VatCodec.class").file
assert new File(basedir, "target/dts/dts.capnp").text.contains("@0x")
assert new File(basedir, "target/dts-docs/types.md").text.contains("brewery.Vat")
new ZipFile(new File(basedir, jar)).withCloseable { zip ->
    assert zip.entries().collect { it.name } == ["brewery/Vat.capnp", "index.txt"]
}
