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

class BadInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mons                    | dataset: there is no 'mons': known are moons, regression, digits, iris, mnist; did you mean 'moons'? (a CSV file is named by its path)
            moons --lr NaN          | --lr: it must be a finite number above 0: got 'NaN'
            moons --lr 0            | --lr: it must be a finite number above 0: got '0'
            moons --lr fast         | --lr: it must be a finite number above 0: got 'fast'
            moons --epochs 0        | --epochs: it must be a whole number from 1: got '0'
            moons --batch -5        | --batch: it must be a whole number from 1: got '-5'
            moons --limit 1.5       | --limit: it must be a whole number from 1: got '1.5'
            moons --hidden 16,x     | --hidden: it must be a whole number from 1: got 'x'
            moons --seed x          | --seed: it must be a whole number of 64 bits: got 'x'
            moons --activation rleu | --activation: there is no 'rleu': known are linear, tanh, relu, sigmoid, leakyRelu, elu, softplus, gelu, geluTanh, silu; did you mean 'relu'?
            moons --optimizer adm   | --optimizer: there is no 'adm': known are sgd, momentum, nesterov, adagrad, rmsprop, adam, amsgrad, adamw; did you mean 'adam'?
            moons --engine tpe      | engine: no engine is named 'tpe' (explicit choice): found scalar, tape; did you mean 'tape'?
            moons --data x          | --data: it is for data sets that are read from files: moons is generated
            moons --target y        | --target: it is for CSV files: moons is none
            moons --classes         | --classes: it is for CSV files: moons is none
            digits                  | --data: it is missing: digits is read from files; give the folder that holds digits.csv
            x.csv                   | --target: it is missing: name the column of x.csv that is to be predicted
            x.csv --data y          | --data: it is for digits, iris and mnist: x.csv is a file itself
            moons iris              | one argument too many: 'iris'
            moons --epoch 3         | there is no option '--epoch'; did you mean '--epochs'?
            moons --lr              | Missing required parameter for option '--lr' (RATE)
            """)
    void aCommandLineThatIsNotUnderstoodSaysWhy(String arguments, String message) {
        Wengert run = Wengert.run(("train " + arguments).split(" "));

        assertEquals("wengert train: " + message + "\nTry 'wengert train --help'.\n", run.err());
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aMisspelledCommandIsGuessed() {
        Wengert run = Wengert.run("trian");

        assertEquals("wengert: there is no command 'trian'; did you mean 'train'?\nTry 'wengert --help'.\n", run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void anEngineThatConfigurationNamesWronglyIsAFailureAndNotAMistakeInTheCommandLine() {
        Wengert run = Wengert.runWith("wengert.engine", "tpe", "train");

        assertEquals(
                "wengert train: engine: no engine is named 'tpe' (system property wengert.engine): found scalar, tape;"
                        + " did you mean 'tape'?\n",
                run.err());
        assertEquals(1, run.exitCode());
    }

    @Test
    void aMissingFileIsNamed() {
        String file = folder.resolve("none.csv").toString();

        assertFails("csv: no such file: " + file, "train", file, "--target", "y");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatExist() throws IOException {
        String file = csv("a,b\n1,2\n");

        assertFails("table: no such column: 'c' in " + file + ": columns are a, b", "train", file, "--target", "c");
    }

    @Test
    void aTextAmongNumbersIsNamedByLineAndColumn() throws IOException {
        String file = csv("a,b\n1,2\nx,3\n5,4\n7,5\n");

        assertFails(
                "table: not a number: 'x' in " + file + ", line 3, column 'a'\n  x,3\n  ^",
                "train",
                file,
                "--target",
                "b");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        String file = csv("");

        assertFails("csv: no data: " + file + " is empty", "train", file, "--target", "b");
    }

    @Test
    void aFolderWithoutMnistIsNamed() {
        assertFails(
                "mnist: no such file: neither train-images-idx3-ubyte.gz nor train-images-idx3-ubyte in " + folder,
                "train",
                "mnist",
                "--data",
                folder.toString());
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunAndNamesTheStepAndTheFirstOperation() {
        Wengert run = Wengert.run(
                "train",
                "regression",
                "--optimizer",
                "sgd",
                "--lr",
                "1e300",
                "--activation",
                "linear",
                "--batch",
                "200",
                "--epochs",
                "9");

        String last = run.err().lines().reduce((a, b) -> b).orElse("");
        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertTrue(
                last.matches("wengert train: training: the loss is (NaN|-?Infinity) at step 2, in epoch 2: the first"
                        + " that is not finite is the result of linear in or behind 'layers.1', shape \\[200, 8\\]; variables are as before"
                        + " this step; a smaller --lr may help"),
                last);
    }

    @Test
    void aLossThatIsNoNumberAfterTheLastStepIsAFailureToo() {
        Wengert run = Wengert.run(
                "train",
                "regression",
                "--optimizer",
                "sgd",
                "--lr",
                "1e300",
                "--activation",
                "linear",
                "--batch",
                "200",
                "--epochs",
                "1");

        String last = run.err().lines().reduce((a, b) -> b).orElse("");
        assertEquals(1, run.exitCode());
        assertTrue(
                last.matches("wengert train: training: the loss is (NaN|-?Infinity) after the last step, 1: the first"
                        + " that is not finite is the result of linear; a smaller --lr may help"),
                last);
    }

    @Test
    void theStackTraceIsShownOnlyWhenAskedFor() throws IOException {
        String file = csv("");

        Wengert brief = Wengert.run("train", file, "--target", "b");
        Wengert verbose = Wengert.run("train", file, "--target", "b", "--verbose");

        assertEquals(1, brief.err().lines().count(), brief.err());
        assertTrue(verbose.err().startsWith(brief.err()), verbose.err());
        assertTrue(verbose.err().contains("\tat org.wengert."), verbose.err());
    }

    private String csv(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text).toString();
    }

    private static void assertFails(String message, String... arguments) {
        Wengert run = Wengert.run(arguments);

        assertEquals("wengert train: " + message + "\n", run.err());
        assertEquals("", run.out());
        assertEquals(1, run.exitCode());
    }
}
