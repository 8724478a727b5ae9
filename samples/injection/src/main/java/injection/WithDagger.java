package injection;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import org.domaintypesystem.Dts;

/** Is handed the node, and finds everything else. Whoever joined closes it. */
@Singleton
@Component
public interface WithDagger {
    MashTun mashTun();

    TemperaturePublisher temperatures();

    /** Makes the component. */
    @Component.Factory
    interface Factory {
        WithDagger create(@BindsInstance Dts dts);
    }
}
