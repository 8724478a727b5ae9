/**
 * A sensor by another maker, that is plugged into the brewery: neither has a class of the other.
 *
 * <p>Read {@link hydrometer.Gravity} first, which nobody in the brewery was compiled with, then {@link hydrometer.Hydrometer}.
 * What a hydrometer has to know of the brewery it declares itself, {@link hydrometer.Shift} and {@link
 * hydrometer.SensorReport}: types are one if they have one name, whoever compiled them.
 */
package hydrometer;
