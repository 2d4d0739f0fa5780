package org.wengert.bench.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The listings of a page, in order, as one program: the body of a {@code main} with everything imported that a reader would
 * import. Relative paths in it are those of a folder of the test's. Its kernels are the plain ones, whose bits are the same on
 * every machine.
 */
final class Listings {
    /** Printed where the page shows what was printed; no listing prints it. */
    private static final String MARK = "\u001e";

    private static final String KERNELS = "wengert.tape.kernels";

    private static final String IMPORTS = Stream.of(
                    "java.io.*",
                    "java.nio.file.*",
                    "java.util.*",
                    "java.util.function.*",
                    "java.util.random.*",
                    "java.util.stream.*",
                    "net.jqwik.api.Arbitrary",
                    "net.jqwik.api.ForAll",
                    "net.jqwik.api.Property",
                    "net.jqwik.api.Provide",
                    "org.junit.jupiter.api.Test",
                    "org.wengert.*",
                    "org.wengert.draw.*",
                    "org.wengert.error.*",
                    "org.wengert.explain.*",
                    "org.wengert.nn.*",
                    "org.wengert.nn.data.*",
                    "org.wengert.nn.io.*",
                    "org.wengert.nn.optim.*",
                    "org.wengert.nn.predict.*",
                    "org.wengert.nn.train.*",
                    "org.wengert.op.*",
                    "org.wengert.tck.*",
                    "org.wengert.tck.random.*")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    private Listings() {}

    /**
     * What the program prints up to each block that shows it, and after the last of them.
     *
     * @param blocks listings and outputs
     */
    static List<String> run(List<Block> blocks, Path folder) throws Exception {
        String body = blocks.stream()
                .map(block -> block.isListing() ? block.text() : "System.out.print('\\u001e');\n")
                .collect(Collectors.joining());
        compile(
                IMPORTS + "public class Page {\npublic static void main(String... arguments) throws Exception {\n"
                        + body.replace(
                                "Path.of(\"", "Path.of(\"" + folder.toUri().getPath()) + "}}\n",
                folder);
        return List.of(printed(folder).split(MARK, -1));
    }

    private static void compile(String program, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Page.java"), program);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, errors, errors, "-proc:none", "-d", folder.toString(), "-cp", path, file.toString());
        assertEquals(0, code, () -> errors.toString(StandardCharsets.UTF_8));
    }

    private static String printed(Path folder) throws Exception {
        PrintStream console = System.out;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Listings.class.getClassLoader())) {
            Locale.setDefault(Locale.ROOT);
            System.setProperty(KERNELS, "plain");
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Page").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            System.setOut(console);
            System.clearProperty(KERNELS);
            Locale.setDefault(locale);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
