# dts.ZonedDateTime

@0xb8a9ad53cb96a23e;

struct ZonedDateTime @0xea5b3c48c81b6b9f {
  # A date and a time of day in a time zone. The offset tells the hour that a zone has twice when its clocks go back.
  epochDay @0 :Int64;
    # Days since 1970-01-01, as the calendar there says.
  nanoOfDay @1 :Int64;
    # Nanoseconds since midnight, as the clock there says.
  offsetSeconds @2 :Int32;
    # Seconds that the clock there is ahead of UTC.
  zone @3 :Text;
    # Id of the zone, for example Europe/Berlin; absent for the offset alone.
}
