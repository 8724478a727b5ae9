def log = new File(basedir, "build.log").text.normalize().replace('\\', '/')
def said = { String text -> log.count("[INFO] " + text + "\n") }

for (work in ["generated for 1 type", "schemas of 1 type"]) {
    assert said(work) == 4
    assert said("nothing changed: " + work) == 2
}
for (folder in ["target/dts-docs", "docs"]) {
    assert said("nothing changed: catalogue of 1 type in " + folder) == 1
    assert new File(basedir, folder + "/types.html").file
}
// Not in target, so it outlives clean, and is checked all the same.
assert said("catalogue of 1 type in docs") == 2
for (folder in ["target/dts", "capnp"]) {
    assert new File(basedir, folder + "/dts/Uuid.capnp").file
}
assert log.count("Copying 1 resource from target/generated-resources/dts") == 3
