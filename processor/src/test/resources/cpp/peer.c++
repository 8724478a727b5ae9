// A peer in C++: reads a batch and answers with the next one, in which every plain field differs.
#include <capnp/message.h>
#include <capnp/serialize.h>

#include "brewery/Batch.capnp.h"

int main() {
    capnp::StreamFdMessageReader in(0);
    Batch::Reader batch = in.getRoot<Batch>();

    capnp::MallocMessageBuilder out;
    out.setRoot(batch);
    Batch::Builder next = out.getRoot<Batch>();
    next.setActive(!batch.getActive());
    next.setLevel(batch.getLevel() - 1);
    next.setTank(batch.getTank() - 1);
    next.setGrade(batch.getGrade() + 1);
    next.setNumber(batch.getNumber() * 2);
    next.setLiters(batch.getLiters() * 2);
    next.setPh(batch.getPh() * 2);
    next.setGravity(batch.getGravity() * 2);
    next.setPump(PumpState::RUNNING);
    next.setStarted(batch.getStarted() + 1);
    next.setName(kj::str(batch.getName(), " II"));
    auto steps = next.initSteps(batch.getSteps().size() + 1);
    for (unsigned i = 0; i < batch.getSteps().size(); i++) {
        steps.setWithCaveats(i, batch.getSteps()[i]);
    }
    steps[batch.getSteps().size()].setWhat("pressed by C++");
    steps[batch.getSteps().size()].setMinutes(batch.getCounts()[1]);
    capnp::writeMessageToFd(1, out);
    return 0;
}
