assert new File(basedir, "target/test-classes/brewery/VatListCodec.class").file
assert new File(basedir, "target/test-classes/META-INF/dts/brewery/VatList.capnp").text.contains("vats @0 :List(Vat);")
assert !new File(basedir, "target/test-classes/brewery/VatCodec.class").exists()
assert !new File(basedir, "target/classes/META-INF/dts/brewery/VatList.capnp").exists()
