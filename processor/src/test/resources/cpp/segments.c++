// A peer in C++: answers with the same batch, in segments of a word or of one object each. What is built as an orphan
// gets its landing pad elsewhere, by a double-far pointer.
#include <capnp/message.h>
#include <capnp/serialize.h>

#include "brewery/Batch.capnp.h"

int main() {
    capnp::StreamFdMessageReader in(0);
    Batch::Reader batch = in.getRoot<Batch>();

    capnp::MallocMessageBuilder out(1, capnp::AllocationStrategy::FIXED_SIZE);
    out.setRoot(batch);
    Batch::Builder copy = out.getRoot<Batch>();
    capnp::Orphanage orphans = out.getOrphanage();
    copy.adoptName(orphans.newOrphanCopy(batch.getName()));
    copy.adoptSignature(orphans.newOrphanCopy(batch.getSignature()));
    copy.adoptCurrent(orphans.newOrphanCopy(batch.getCurrent()));
    copy.adoptSteps(orphans.newOrphanCopy(batch.getSteps()));
    copy.adoptTags(orphans.newOrphanCopy(batch.getTags()));
    auto steps = copy.getSteps();
    for (unsigned i = 0; i < steps.size(); i++) {
        steps[i].adoptWhat(orphans.newOrphanCopy(batch.getSteps()[i].getWhat()));
    }
    capnp::writeMessageToFd(1, out);
    return 0;
}
