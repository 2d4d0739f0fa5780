package org.wengert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/** Providers that open nothing, and a way to have them found for the length of a call. */
final class FakeProviders {
    private FakeProviders() {}

    /** Thrown instead of an engine being opened: says what would have been. */
    static final class Opened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient Settings settings;

        Opened(String name, Settings settings) {
            this.name = name;
            this.settings = settings;
        }

        String name() {
            return name;
        }

        Settings settings() {
            return settings;
        }
    }

    /** What a call opened. */
    static Opened opened(Supplier<Engine> call) {
        try {
            throw new IllegalStateException("an engine was opened: " + call.get());
        } catch (Opened opened) {
            return opened;
        }
    }

    static Opened open(EngineProvider provider, Configuration configuration) {
        return opened(() -> Engines.open(provider, configuration));
    }

    /** The result of a call during which these providers are found, and no other. */
    @SafeVarargs
    static <T> T found(Supplier<T> call, Class<? extends EngineProvider>... providers) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader(providers)) {
            thread.setContextClassLoader(loader);
            return call.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A loader of a folder of its own, its only address, that names these providers. */
    static URLClassLoader loader(Class<?>... providers) throws IOException {
        Path folder = Files.createTempDirectory("providers");
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Path file = services.resolve(EngineProvider.class.getName());
        Files.write(file, Arrays.stream(providers).map(Class::getName).collect(Collectors.toList()));
        file.toFile().deleteOnExit();
        return new OnlyFrom(folder);
    }

    /** Finds resources in one folder alone, and classes where they were found before. */
    private static final class OnlyFrom extends URLClassLoader {
        OnlyFrom(Path folder) throws MalformedURLException {
            super(new URL[] {folder.toUri().toURL()}, FakeProviders.class.getClassLoader());
        }

        @Override
        public URL getResource(String name) {
            return findResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }

    /** Has settings. */
    public static class Abacus implements EngineProvider {
        @Override
        public String name() {
            return "abacus";
        }

        @Override
        public String description() {
            return "beads";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting("wengert.abacus.beads", List.of("wood", "glass"), "wood", "what beads are made of"),
                    new Setting("wengert.abacus.threads", List.of("auto", Setting.COUNT), "auto", "how many"));
        }

        @Override
        public Engine open(Settings settings) {
            throw new Opened(name(), settings);
        }
    }

    /** Has the name of another. */
    public static final class OtherAbacus extends Abacus {}

    /** Has none. */
    public static final class Slate implements EngineProvider {
        @Override
        public String name() {
            return "slate";
        }

        @Override
        public String description() {
            return "chalk";
        }

        @Override
        public Engine open(Settings settings) {
            throw new Opened(name(), settings);
        }
    }

    /** Cannot be made. */
    public static final class Broken implements EngineProvider {
        /** Always throws. */
        public Broken() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Engine open(Settings settings) {
            throw new IllegalStateException("on purpose");
        }
    }
}
