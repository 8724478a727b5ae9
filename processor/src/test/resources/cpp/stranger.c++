// A peer in C++ that was built without any schema: reads one from a message, and by that the next message, and prints it.
#include <capnp/any.h>
#include <capnp/dynamic.h>
#include <capnp/schema-loader.h>
#include <capnp/schema.capnp.h>
#include <capnp/serialize.h>
#include <kj/io.h>

#include <cstdio>
#include <cstdlib>

int main(int, char** arguments) {
    kj::FdInputStream file(0);
    kj::BufferedInputStreamWrapper in(file);

    capnp::InputStreamMessageReader schema(in);
    auto nodes = schema.getRoot<capnp::AnyStruct>().getPointerSection()[0].getAs<capnp::List<capnp::schema::Node>>();
    capnp::SchemaLoader loader;
    for (auto node : nodes) {
        loader.load(node);
    }
    capnp::StructSchema type = loader.get(std::strtoull(arguments[1], nullptr, 16)).asStruct();

    capnp::InputStreamMessageReader message(in);
    std::puts(kj::str(message.getRoot<capnp::DynamicStruct>(type)).cStr());
    return 0;
}
