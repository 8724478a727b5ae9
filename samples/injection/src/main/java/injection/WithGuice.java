package injection;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.domaintypesystem.Dts;

/** Binds the node, and nothing else. Whoever joined closes it. */
public final class WithGuice {
    private WithGuice() {}

    public static Injector injector(Dts dts) {
        return Guice.createInjector(binder -> binder.bind(Dts.class).toInstance(dts));
    }
}
