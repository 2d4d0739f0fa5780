package org.wengert.bench.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import org.openjdk.jmh.annotations.Param;

/** A race run before the one that is timed, in a JVM of its own so that the timed one stays cold. */
public final class Rehearsal {
    private static final String STEPS = "# Rehearsal: steps ";
    private static final String SKIPPED = "# Rehearsal: skipped: ";
    private static final String REFUSED = "# Rehearsal: refused: ";

    private Rehearsal() {}

    /**
     * Runs a race with the parameters it has, in another JVM with this one's flags.
     *
     * @throws Skipped               if the other one skipped
     * @throws IllegalStateException if it refused, or came to no end
     */
    static Finish run(Race race) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(race)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        for (String line : output.lines().toList()) {
            if (line.startsWith(STEPS)) {
                Scanner numbers = new Scanner(line.substring(STEPS.length()));
                return new Finish(Integer.parseInt(numbers.next()), Double.parseDouble(numbers.next()));
            }
            if (line.startsWith(SKIPPED)) {
                throw new Skipped(line.substring(SKIPPED.length()));
            }
            if (line.startsWith(REFUSED)) {
                throw new IllegalStateException(line.substring(REFUSED.length()));
            }
        }
        throw new IllegalStateException("benchmark: the rehearsal came to no end:\n" + output);
    }

    private static List<String> command(Race race) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agent") && !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Rehearsal.class.getName());
        command.add(suite(race).getName());
        for (Field parameter : parameters(race)) {
            command.add(parameter.getName() + "=" + read(parameter, race));
        }
        return command;
    }

    /** The class as it was written: JMH makes a padded one of it. */
    private static Class<?> suite(Race race) {
        Class<?> suite = race.getClass();
        while (suite.getPackageName().endsWith("jmh_generated")) {
            suite = suite.getSuperclass();
        }
        return suite;
    }

    private static List<Field> parameters(Race race) {
        return Arrays.stream(race.getClass().getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .toList();
    }

    private static Object read(Field parameter, Race race) {
        try {
            return parameter.get(race);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The other JVM: prints how the race ended.
     *
     * @param args the suite's class, and its parameters as {@code name=value}
     */
    public static void main(String... args) throws Exception {
        Race race =
                Class.forName(args[0]).asSubclass(Race.class).getConstructor().newInstance();
        for (Field parameter : parameters(race)) {
            for (String arg : args) {
                if (arg.startsWith(parameter.getName() + "=")) {
                    parameter.set(race, arg.substring(parameter.getName().length() + 1));
                }
            }
        }
        try {
            Finish finish = finish(race);
            System.out.println(STEPS + finish.steps() + " " + finish.accuracy());
        } catch (Skipped e) {
            System.out.println("# Rehearsal: " + e.getMessage());
        } catch (LinkageError e) {
            System.out.println(SKIPPED + "a library cannot be had here: " + e);
        } catch (IllegalStateException e) {
            System.out.println(REFUSED + e.getMessage());
        }
        System.exit(0); // whatever threads a contender may have left behind
    }

    private static Finish finish(Race race) {
        RaceTask task = race.task();
        race.require(task);
        try (Racer racer = race.open(task)) {
            return Finish.of(racer, task);
        }
    }
}
