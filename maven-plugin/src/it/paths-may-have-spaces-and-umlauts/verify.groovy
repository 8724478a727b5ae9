def folder = basedir.listFiles().find { it.name.startsWith("Sudhaus ") }
assert new File(folder, "target/paths-may-have-spaces-and-umlauts-1.0-SNAPSHOT-schemas.jar").file
assert new File(folder, "target/classes/META-INF/dts/brewery/Temperature.capnp").file
