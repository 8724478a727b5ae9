# brewery.plan.Heat

@0xe84f01ccd28aff79;

using import "/brewery/Temperature.capnp".Temperature;

struct Heat {
  to @0 :Temperature;
}
