package org.wengert.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.Program;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Reproducer;

/** What a failure prints compiles, and gives what failed. */
class ReproducerTest {
    private static final int PROGRAMS = 40;
    private static final String NAME = "Counterexample";

    @Test
    void theProgramsCompileAndPrintTheGradients(@TempDir Path folder) throws Exception {
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            expressions.add(Program.of(i, 60).expression());
        }

        compile(folder, expressions);

        for (int i = 0; i < PROGRAMS; i++) {
            assertEquals(expected(expressions.get(i)), printed(folder, NAME + i), "program " + i);
        }
    }

    private static void compile(Path folder, List<Expression> expressions) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < expressions.size(); i++) {
            Path file = folder.resolve(NAME + i + ".java");
            String text = new Reproducer(expressions.get(i)).java("scalar").replace(NAME, NAME + i);
            arguments.add(Files.writeString(file, text).toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments.toArray(String[]::new));
        assertEquals(0, code, () -> errors.toString(StandardCharsets.UTF_8));
    }

    private static String expected(Expression expression) {
        StringBuilder lines = new StringBuilder();
        try (Engine engine = new ScalarEngine()) {
            Recording recording = Recording.of(engine, expression).backward();
            lines.append("value " + Arrays.toString(recording.root().data()) + "\n");
            List<double[]> gradients = recording.gradients();
            for (int k = 0; k < gradients.size(); k++) {
                lines.append("v" + expression.variables().get(k) + " " + Arrays.toString(gradients.get(k)) + "\n");
            }
        }
        return lines.toString();
    }

    private static String printed(Path folder, String name) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
