assert new File(basedir, "build.log").text.contains("nothing to generate, since compiling does it: dts-processor is among the annotationProcessorPaths")
assert !new File(basedir, "target/generated-sources/dts").exists()
assert new File(basedir, "target/classes/META-INF/dts/index.txt").text.startsWith("brewery/Vat.capnp ")
