def log = new File(basedir, "build.log").text
assert log.count("generated for 1 type") == 1
assert log.count("nothing to generate, since compiling does it: dts-processor is among the annotationProcessorPaths") == 2
assert !new File(basedir, "target/generated-sources/dts").exists()
assert !new File(basedir, "target/generated-resources/dts").exists()
assert new File(basedir, "target/classes/brewery/VatCodec.class").file
assert new File(basedir, "target/classes/META-INF/dts/index.txt").text.startsWith("brewery/Vat.capnp ")
