package org.wengert.tck;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.wengert.spi.EngineProvider;

/** The kit for an engine broken on purpose: run by {@link BrokenEnginesTck} alone. */
@ExtendWith(BrokenEngineKit.Provider.class)
final class BrokenEngineKit extends EngineTck {
    BrokenEngineKit(EngineProvider provider) {
        super(provider);
    }

    /** Hands in the provider that the run's configuration parameters name. */
    static final class Provider implements ParameterResolver {
        static final String GOOD = "wengert.tck.provider";
        static final String FAULT = "wengert.tck.fault";

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == EngineProvider.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            String good = extension.getConfigurationParameter(GOOD).orElseThrow();
            String fault = extension.getConfigurationParameter(FAULT).orElseThrow();
            try {
                EngineProvider provider = Class.forName(good)
                        .asSubclass(EngineProvider.class)
                        .getDeclaredConstructor()
                        .newInstance();
                return new BrokenEngineProvider(provider, Fault.valueOf(fault));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
