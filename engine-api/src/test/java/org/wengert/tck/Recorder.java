package org.wengert.tck;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Keeps book while the kit runs and issues the {@link Certificate} at its end. */
final class Recorder implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {
    /** The folder that certificates are written to, {@value #STANDARD_FOLDER} unless given; {@code none} for none. */
    static final String FOLDER = "tck.certificates";

    /** Whether certificates are written without being printed. */
    static final String QUIET = "tck.quiet";

    private static final String STANDARD_FOLDER = "target/conformance";
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(Recorder.class);

    private static Ledger ledger(ExtensionContext context) {
        return context.getStore(SPACE).get(Ledger.class, Ledger.class);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(SPACE).put(Ledger.class, new Ledger(context.getRequiredTestClass()));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        attempt(context, invocation::proceed);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return attempt(context, invocation::proceed);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        Method test = method(context).getRequiredTestMethod();
        try {
            attempt(context, invocation::proceed);
            ledger(context).add(Finding.passed(test, context.getDisplayName()));
        } catch (Throwable end) {
            ledger(context).add(Finding.of(test, context.getDisplayName(), end));
            throw end;
        }
    }

    /** Of the method that a case belongs to. */
    private static ExtensionContext method(ExtensionContext context) {
        ExtensionContext method = context;
        while (method.getTestMethod().isEmpty()) {
            method = method.getParent().orElseThrow();
        }
        return method;
    }

    /** What may throw anything. */
    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws Throwable;
    }

    /** Turns the refusal of what is declared absent into the end of a test that was not asked for. */
    private static <T> T attempt(ExtensionContext context, Attempt<T> attempt) throws Throwable {
        EngineTck kit = (EngineTck) method(context).getRequiredTestInstance();
        ledger(context).subject(kit);
        try {
            return attempt.run();
        } catch (Throwable end) {
            throw Capability.isRefusal(end, kit.absent()) ? NotAsked.of(end) : end;
        }
    }

    /** At the end of a method, so that what goes wrong when its engine opens or closes counts too. */
    @Override
    public void afterEach(ExtensionContext context) {
        Method test = context.getRequiredTestMethod();
        ledger(context).measured(((EngineTck) context.getRequiredTestInstance()).accuracy());
        Optional<Throwable> end = context.getExecutionException();
        if (end.isPresent()) {
            ledger(context).add(Finding.of(test, "", end.get()));
        } else if (test.getReturnType() == void.class) {
            ledger(context).add(Finding.passed(test, ""));
        } else {
            ledger(context).ran(test);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Certificate certificate = ledger(context).certificate();
        if (context.getConfigurationParameter(QUIET).isEmpty()) {
            System.out.println(certificate.text());
        }
        String folder = context.getConfigurationParameter(FOLDER).orElse(STANDARD_FOLDER);
        if (!folder.equals("none")) {
            certificate.write(Path.of(folder));
        }
    }
}
