import java.util.zip.ZipFile

assert new File(basedir, "plant/target/dts/types/Mode.capnp").file
assert !new File(basedir, "plant/target/classes/META-INF/dts/types").exists()
new ZipFile(new File(basedir, "plant/target/plant-1.0-SNAPSHOT-schemas.jar")).withCloseable { zip ->
    assert zip.entries().collect { it.name } == ["index.txt", "plant/Pump.capnp", "types/Mode.capnp"]
}

def html = new File(basedir, "plant/target/dts-docs/types.html").text
def page = new groovy.xml.XmlSlurper().parseText(html.replace("<!DOCTYPE html>", ""))
def articles = page.body.main.section.article.collectEntries { [it.@id.text(), it.dl.text()] }
assert articles.keySet() == ["plant.Pump", "types.Mode"] as Set
assert articles["plant.Pump"].contains("it:plant:1.0-SNAPSHOT")
assert articles["types.Mode"].contains("it:types:1.0-SNAPSHOT")
assert new File(basedir, "plant/target/dts-docs/types.md").text.contains("(#types.Mode)")
