# dts.LocalDateTime

@0x93733f383b42fa97;

struct LocalDateTime {
  # Nobody refers to it.
  day @0 :Int64;
}
