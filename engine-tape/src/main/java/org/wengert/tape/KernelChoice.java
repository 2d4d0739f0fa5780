package org.wengert.tape;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wengert.error.ConfigurationException;

/** Which kernels run: vector ones where the machine and the command line allow, unless others were asked for. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private KernelChoice() {}

    /**
     * Whether the vector kernels are to be used.
     *
     * @param setting {@code auto}, {@code plain} or {@code vector}
     * @param origin  where the setting came from
     * @throws ConfigurationException if {@code vector} was named and cannot be had
     */
    static boolean isVector(String setting, String origin) {
        boolean there = ModuleLayer.boot().findModule(MODULE).isPresent();
        if (setting.equals("vector") && !there) {
            throw new ConfigurationException(TapeEngineProvider.KERNELS + ": 'vector' (" + origin
                    + ") cannot be had: the module " + MODULE + " was not loaded; start java with --add-modules "
                    + MODULE);
        }
        if (setting.equals("auto") && !there && SAID.compareAndSet(false, true)) {
            Logger log = System.getLogger("org.wengert.tape");
            log.log(Level.INFO, "tape: plain kernels are used; for the fast ones add --add-modules " + MODULE);
        }
        return there && !setting.equals("plain");
    }
}
