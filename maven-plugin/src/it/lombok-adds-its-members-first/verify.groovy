def schema = new File(basedir, "target/classes/META-INF/dts/brewery/Reading.capnp").text
assert schema.contains("sensor @0 :Text;")
assert schema.contains("value @1 :Float64;")
assert new File(basedir, "target/classes/brewery/ReadingPublisher.class").file
