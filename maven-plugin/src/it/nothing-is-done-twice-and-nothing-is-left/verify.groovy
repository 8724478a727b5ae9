def log = new File(basedir, "build.log").text
assert log.count("[INFO] generated for 2 types") == 1
assert log.count("nothing changed since it was generated for 2 types") == 1
assert log.count("generated for 1 type") == 1

def left = []
new File(basedir, "target").eachFileRecurse { if (it.name.contains("Pump")) left << it }
assert left.findAll { !it.path.contains("maven-status") } == []
assert new File(basedir, "target/classes/brewery/VatCodec.class").file
