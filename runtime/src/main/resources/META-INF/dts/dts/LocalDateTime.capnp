# dts.LocalDateTime

@0x93733f383b42fa97;

struct LocalDateTime @0xd1558678514785aa {
  # A date and a time of day, wherever that is.
  epochDay @0 :Int64;
    # Days since 1970-01-01.
  nanoOfDay @1 :Int64;
    # Nanoseconds since midnight.
}
