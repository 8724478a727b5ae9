# dts.Decimal

@0xeaba67df6c955434;

struct Decimal {
  # A decimal number of any size: unscaled / 10^scale.
  unscaled @0 :Data;
    # Two's complement, big-endian; absent for 0.
  scale @1 :Int32;
}
