# dts.Uuid

@0xda2968a2028fac7b;

struct Uuid {
  # A UUID, in two halves.
  hi @0 :UInt64;
    # The bits that are written first.
  lo @1 :UInt64;
}
