def files = { File folder ->
    def found = [:]
    folder.eachFileRecurse(groovy.io.FileType.FILES) { found[folder.toPath().relativize(it.toPath()).toString()] = it.text }
    found
}
def log = new File(basedir, "build.log").text.normalize()
assert log.contains("brewery.Vat: volume is a new field [field-added]")
assert log.contains("src/main/dts does not have these changes yet: mvn dts:update records them")
assert log.contains("nothing has been promised yet: mvn dts:update writes the schemas to promises, to be committed")

def promised = files(new File(basedir, "src/main/dts"))
assert promised.keySet() == [["brewery", "Vat.capnp"].join(File.separator)] as Set
assert promised.values().first().contains("A comment of somebody.")
assert !promised.values().first().contains("volume")
assert !new File(basedir, "promises").exists()
// Of the plugin's records none is of this goal.
assert files(new File(basedir, "target/maven-status/dts-maven-plugin")).keySet().every { !it.contains("check") }
