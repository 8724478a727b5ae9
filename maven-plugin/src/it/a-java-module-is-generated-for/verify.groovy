assert new File(basedir, "target/classes/module-info.class").file
assert new File(basedir, "target/classes/brewery/VatListener.class").file
