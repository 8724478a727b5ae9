# brewery.plan.Batch

@0x9d10736e0264d48b;

using import "/brewery/plan/Step.capnp".Step;
using import "/dts/Decimal.capnp".Decimal;
using import "/dts/Uuid.capnp".Uuid;

struct Batch {
  # What is brewed.
  id @0 :Uuid;
  steps @1 :List(List(Step));
  liters @2 :Decimal;
}
