def log = new File(basedir, "build.log").text.normalize()
def source = new File(basedir, "src/main/java/brewery/Vat.java").path
assert log.contains(source + ":8: ")
assert log.contains("Thread")
assert !log.contains("please report it")
