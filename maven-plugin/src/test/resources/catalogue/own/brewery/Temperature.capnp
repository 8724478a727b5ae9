# brewery.Temperature

@0xf5b9311184e8ad3f;

using import "/brewery/Unit.capnp".Unit;
using import "/dts/Uuid.capnp".Uuid;

struct Temperature {
  # One reading of one sensor. There are a few each second.
  # Whoever needs them all listens from the start on, since nobody keeps them for those that come late or are away for a
  # while.
  # - in the mash tun
  # - in the fermenter
  sensor @0 :Text;
    # Which sensor.
    # Key.
  value @1 :Float64;
  accuracy :union {
    # How far it may be off.
    none @2 :Void;
    some @3 :Float32;
  }
  tags @4 :List(Entry4);
  unit @5 :Unit;
  obsoleteSpeed @6 :Float32;
  id @7 :Uuid;
  history @8 :List(Temperature);
  limits @9 :List(Value9);
  obsoletePumps :union {
    none @10 :Void;
    some @11 :Int32;
  }
  allowed @12 :RangeOfInteger;

  struct Entry4 {
    key @0 :Text;
    value @1 :List(Entry1);

    struct Entry1 {
      key :union {
        none @0 :Void;
        some @1 :Int32;
      }
      value @2 :Unit;
    }
  }

  struct RangeOfInteger {
    lowest @0 :Int32;
    highest @1 :Int32;
  }

  struct Value9 {
    value :union {
      none @0 :Void;
      some @1 :Float64;
    }
  }
}
