package org.wengert.tck;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The kit for an engine that is not as it should be: run by {@link KitRun} alone. */
@ExtendWith(BrokenEngineKit.Provider.class)
final class BrokenEngineKit extends EngineTck {
    BrokenEngineKit(KitRun run) {
        super(run.provider(), Map.of(), Arithmetic.FLOAT64, run.declared());
    }

    /** Hands in the run that the configuration parameters describe. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == KitRun.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            return KitRun.of(extension::getConfigurationParameter);
        }
    }
}
