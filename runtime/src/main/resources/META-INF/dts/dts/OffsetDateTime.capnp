# dts.OffsetDateTime

@0xd57e2396a818d18f;

struct OffsetDateTime @0x84e2ac621511fdf8 {
  # A date and a time of day at an offset from UTC.
  epochDay @0 :Int64;
    # Days since 1970-01-01, as the calendar there says.
  nanoOfDay @1 :Int64;
    # Nanoseconds since midnight, as the clock there says.
  offsetSeconds @2 :Int32;
    # Seconds that the clock there is ahead of UTC.
}
