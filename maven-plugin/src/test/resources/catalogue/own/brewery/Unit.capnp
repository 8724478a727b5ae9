# brewery.Unit

@0xf307480600c16b17;

enum Unit {
  # Unit of a reading.
  celsius @0;
  fahrenheit @1;
    # Where it is customary.
  obsoleteReaumur @2;
}
