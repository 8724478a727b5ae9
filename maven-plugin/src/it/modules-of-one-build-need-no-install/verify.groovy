import java.util.zip.ZipFile

assert new File(basedir, "plant/target/dts/types/Mode.capnp").file
assert !new File(basedir, "plant/target/classes/META-INF/dts/types").exists()
new ZipFile(new File(basedir, "plant/target/plant-1.0-SNAPSHOT-schemas.jar")).withCloseable { zip ->
    assert zip.entries().collect { it.name } == ["index.txt", "plant/Pump.capnp", "types/Mode.capnp"]
}
