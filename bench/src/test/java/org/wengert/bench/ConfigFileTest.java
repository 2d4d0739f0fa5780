package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("run.properties"), text).toString();
    }

    @Test
    void whatTheCommandLineDoesNotSayTheFileDoes() throws IOException {
        String file = file("""
                # a small run
                epochs = 2
                hidden: 4,3

                train.json=true
                explain.of = x
                train.batch = 100
                batch = 50
                """);

        Wengert run = Wengert.run("train", "moons", "--config", file);
        Wengert before = Wengert.run("--config", file, "train", "moons", "--hidden", "5");

        assertEquals("", run.err().replaceAll("(?m)^moons on .*\n", ""));
        assertEquals("2-4-3-1", run.json().get("network").getAsString());
        assertEquals(2, run.json().get("epochs").getAsInt());
        assertEquals(2, run.json().get("steps").getAsInt(), "the command's own key ranks first");
        assertEquals("2-5-1", before.json().get("network").getAsString(), "a list is replaced, not added to");
    }

    @Test
    void whatIsRequiredMayBeThere() throws IOException {
        Wengert run = Wengert.run("explain", "x*y", "--set", "x=2,y=3", "--config", file("of = y\n"));

        assertEquals("", run.err());
        assertTrue(run.out().contains("y"), run.out());
    }

    @Test
    void enginesAreChosenAndSetThere() throws IOException {
        String file = file("wengert.engine = tape\nwengert.tape.precision = float32\n");

        String engines = Wengert.runWith("wengert.engine", "scalar", "engines", "--config", file)
                .out();
        String graph = Wengert.run("graph", "1/3", "--config", file).out();
        String other = Wengert.run("graph", "1/3", "--config", file, "--engine", "scalar")
                .out();

        assertTrue(engines.contains("tape, by " + file + ", line 1, wengert.engine"), engines);
        assertEquals("Value\n  0.3333333432674408\n", graph);
        assertEquals("Value\n  0.3333333333333333\n", other);
    }

    @Test
    void comparedEnginesAreSetThereToo() throws IOException {
        String file = file("wengert.tape.precision = float32\nwarmup = 0.001\nepochs = 1\n");

        assertTrue(Wengert.run("compare", "--config", file).out().contains("float32"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            learn = 1             | there is no 'learn'
            epoch = 1             | there is no 'epoch'; did you mean 'epochs'?
            train.epoch = 1       | there is no 'train.epoch'; did you mean 'train.epochs'?
            wengert.tape.thread=1 | there is no 'wengert.tape.thread'; did you mean 'wengert.tape.threads'?
            config = other        | there is no 'config'
            help = true           | there is no 'help'; did you mean 'heat'?
            graph.epochs = 1      | there is no 'graph.epochs'; did you mean 'train.epochs'?
            seed = 2              | 'seed' was given before, in line 1
            lr = \\u12            | Malformed \\uxxxx encoding.; a backslash is written as two
            """)
    void aLineThatIsNotUnderstoodIsRefused(String line, String why) throws IOException {
        String file = file("seed = 1\n" + line + "\n");

        Wengert run = Wengert.run("train", "--config", file);

        assertEquals("wengert: --config: " + file + ", line 2: " + why + "\nTry 'wengert --help'.\n", run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aValueThatIsRefusedIsFound() throws IOException {
        String file = file("seed = 1\nlr = fast\njson = perhaps\n");

        assertEquals(
                "wengert train: --lr: it must be a finite number above 0: got 'fast' (" + file + ", line 2)",
                Wengert.run("train", "--config", file).err().lines().findFirst().orElse(""));
        assertEquals(
                "wengert check: --json: 'perhaps' is not a boolean (" + file + ", line 3)",
                Wengert.run("check", "--config", file).err().lines().findFirst().orElse(""));
        assertEquals(
                "wengert train: --epochs: it must be a whole number from 1: got '0'",
                Wengert.run("train", "--epochs", "0", "--config", file("epochs = 1\n"))
                        .err()
                        .lines()
                        .findFirst()
                        .orElse(""));
        assertEquals(
                "wengert engines: wengert.tape.threads: no such value: 'some' (" + file
                        + ", line 2, wengert.tape.threads): it takes auto, <count>",
                Wengert.run("engines", "--config", file("seed = 1\nwengert.tape.threads = some\n"))
                        .err()
                        .strip());
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Path none = folder.resolve("none");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xE4});

        assertEquals(
                "wengert: --config: no such file: " + none + "\nTry 'wengert --help'.\n",
                Wengert.run("train", "--config", none.toString()).err());
        assertEquals(
                "wengert: --config: " + latin + " is not text in UTF-8\nTry 'wengert --help'.\n",
                Wengert.run("train", "--config=" + latin).err());
        assertEquals(
                "wengert train: Missing required parameter for option '--config' (FILE)\nTry 'wengert train --help'.\n",
                Wengert.run("train", "--config").err());
    }

    @Test
    void howToGoOnNamesTheFileToo() throws IOException {
        String file = file("checkpoint = " + folder.resolve("run") + "\n");
        Thread.currentThread().interrupt();

        Wengert run = Wengert.run("--config", file, "train", "moons", "--epochs", "3");

        assertTrue(Thread.interrupted());
        assertTrue(run.err().contains("train --config " + file + " moons --epochs 3 --resume\n"), run.err());
    }
}
