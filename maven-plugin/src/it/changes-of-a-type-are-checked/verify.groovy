def log = new File(basedir, "build.log").text.normalize()

assert log.contains("brewery.Vat: ph is a new field [field-added]")
assert log.contains("src/main/dts does not have these changes yet: mvn dts:update records them")

def source = new File("steps/3-inserted/brewery/Vat.java").path
assert log.contains(source + ":8: brewery.Vat: ph was inserted before others, which moved volume from @1 to @2: declare ph last,")
assert log.contains("  - volume @1 :Float64;    (src/main/dts/brewery/Vat.capnp:8)")
assert log.contains("  + ph @1 :Float32;")
assert log.contains('mvn dts:update -Ddts.accept="the reason"')

assert new File(basedir, "src/main/dts/brewery/Vat.capnp").text.contains("ph @1 :Float32;")
assert new File(basedir, "src/main/dts/accepted.txt").text.contains("because: nobody has it yet")
