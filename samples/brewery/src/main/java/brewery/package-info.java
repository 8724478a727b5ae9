/**
 * A small sake brewery: programs that share data by its type, and know nothing else of each other.
 *
 * <p>Read {@link brewery.Temperature} first, then {@link brewery.TemperatureSensor} and {@link brewery.DataLogger}.
 * {@link brewery.Brewery} starts them all, and a sensor that nobody here has a class of, which {@link brewery.UnknownTypes}
 * are about.
 */
package brewery;
