package org.wengert.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * One call of the command line, run in this process.
 *
 * @param exitCode what the shell would see
 * @param out      standard output
 * @param err      standard error
 */
public record Wengert(int exitCode, String out, String err) {
    /** Runs a command line, without colours. */
    public static Wengert run(String... arguments) {
        return run(Ansi.OFF, arguments);
    }

    static Wengert run(Ansi ansi, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        int exitCode = Main.execute(commandLine, arguments);
        return new Wengert(exitCode, out.toString(), err.toString());
    }

    /** Runs a command line while a system property is set. */
    static Wengert runWith(String property, String value, String... arguments) {
        System.setProperty(property, value);
        try {
            return run(arguments);
        } finally {
            System.clearProperty(property);
        }
    }

    /** Standard output as the one JSON object it must be. */
    JsonObject json() {
        return new Gson().fromJson(out, JsonObject.class);
    }
}
