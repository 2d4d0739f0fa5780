package org.wengert.tape;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wengert.Engine;

/**
 * A tape whose kernel calls are counted, by the loop's name: plain kernels on one thread, for what is called must not
 * depend on the machine.
 */
public final class CountedKernels {
    /** What runs no loop over numbers. */
    private static final Set<String> NO_LOOPS =
            Set.of("name", "precision", "another", "suited", "givesSlope", "updates", "allocate");

    private final SortedMap<String, Long> calls = new TreeMap<>();

    /** An engine of this precision that counts here. */
    public Engine open(String precision) {
        Workers workers = new Workers(1);
        return precision.equals("float32")
                ? new TapeEngine<>(counted(new PlainFloat32Kernels(new PlainFloat32Product(workers))), workers)
                : new TapeEngine<>(counted(new PlainFloat64Kernels(new PlainFloat64Product(workers))), workers);
    }

    /** Calls since the engine was opened or the counts were cleared. */
    public SortedMap<String, Long> calls() {
        return new TreeMap<>(calls);
    }

    /** Begins anew. */
    public void clear() {
        calls.clear();
    }

    @SuppressWarnings("unchecked") // the proxy is of the interface it is told
    private <A> Kernels<A> counted(Kernels<A> kernels) {
        return (Kernels<A>) counted(Kernels.class, kernels);
    }

    private Object counted(Class<?> type, Object loops) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(loops, method, arguments));
    }

    private Object call(Object loops, Method method, Object... arguments) throws Throwable {
        if (!NO_LOOPS.contains(method.getName())) {
            calls.merge(method.getName(), 1L, Long::sum);
        }
        Object result;
        try {
            result = method.invoke(loops, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (result instanceof UpdateLoops<?>) {
            return counted(UpdateLoops.class, result);
        }
        return result instanceof Kernels<?> ? counted(Kernels.class, result) : result;
    }
}
