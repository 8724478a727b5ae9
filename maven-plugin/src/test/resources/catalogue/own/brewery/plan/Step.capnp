# brewery.plan.Step

@0xb886fcdc74dea59e;

using import "/brewery/Unit.capnp".Unit;
using import "/brewery/plan/Batch.capnp".Batch;
using import "/brewery/plan/Heat.capnp".Heat;

struct Step {
  # What is done next.
  union {
    unset @0 :Void;
    heat @1 :Heat;
      # The kettle is on.
    unit @2 :Value2;
    another @3 :Batch;
    obsoleteRest @4 :AnyPointer;
  }

  struct Value2 {
    value @0 :Unit;
  }
}
