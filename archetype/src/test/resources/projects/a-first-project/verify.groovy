def target = new File(basedir, "project/weather/target")
assert new File(target, "weather-0.1.0-SNAPSHOT.jar").file
assert new File(target, "weather-0.1.0-SNAPSHOT-schemas.jar").file
assert new File(target, "dts-docs/types.html").text.contains("com.example.weather.Temperature")
assert new File(target, "surefire-reports/com.example.weather.DisplayTest.txt").text.contains("Tests run: 21, Failures: 0")

def readme = new File(basedir, "project/weather/README.md").text
assert readme.contains("com.example.weather.Thermometer")
