// options: -Adts.adapters=java.lang.String,faults.Adapters.Public,faults.Adapters.Generic
// fault without a line: java.lang.String, which the option dts.adapters names, does not say which type it adapts to which: have it implement TypeAdapter<A, B>, with concrete types
// fault without a line: faults.Adapters.Generic, which the option dts.adapters names, does not say which type it adapts to which: have it implement TypeAdapter<A, B>, with concrete types
// fault without a line: generated code cannot make a Public: give it a constructor without parameters, and make it neither private nor abstract nor inner, and public if it is in another package
package faults;

import org.domaintypesystem.annotation.*;

class Adapters {
    @DtsType
    @DtsAdapter({
        Fine.class,
        Private.class // fault at `Private.class`: generated code cannot make a Private: give it a constructor without parameters, and make it neither private nor abstract nor inner, and public if it is in another package
    })
    record Other(Thread thread) {}

    @DtsType
    static class OnGetter {
        private Thread thread;

        @DtsAdapter(Abstract.class) // fault at `Abstract.class`: generated code cannot make a Abstract: give it a constructor without parameters, and make it neither private nor abstract nor inner, and public if it is in another package
        Thread getThread() {
            return thread;
        }

        void setThread(Thread thread) {
            this.thread = thread;
        }
    }

    abstract static class Generic<T> implements TypeAdapter<T, String> {}

    abstract static class Abstract extends Fine {}

    public static final class Public extends Fine {}

    private static final class Private extends Fine {
        private Private(String name) {}
    }

    static class Fine implements TypeAdapter<Thread, String> {
        public String toWire(Thread thread) {
            return thread.getName();
        }

        public Thread fromWire(String name) {
            return new Thread(name);
        }
    }
}
