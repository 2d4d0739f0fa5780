package org.wengert.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wengert.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options, and settings of engines, from a file of properties, each on a line of its own. The command line ranks before it.
 *
 * <pre>{@code
 * # every command that has the option
 * epochs = 200
 * # one command
 * train.lr = 0.01
 * # engines
 * wengert.tape.threads = 2
 * }</pre>
 */
final class ConfigFile implements IDefaultValueProvider {
    private record Entry(int line, String value) {}

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ConfigFile(Path file) {
        this.file = file;
    }

    /** The file that these arguments name. It is sought before they are understood, for it may hold what else is required. */
    static Optional<Path> namedIn(String... arguments) {
        // As nearly always there is none, and it takes no parser to see that; @FILE holds further arguments.
        if (Arrays.stream(arguments).noneMatch(word -> word.startsWith(Main.CONFIG) || word.startsWith("@"))) {
            return Optional.empty();
        }
        CommandSpec alone = CommandSpec.create()
                .addOption(OptionSpec.builder(Main.CONFIG).type(Path.class).build());
        alone.parser().unmatchedArgumentsAllowed(true);
        try {
            return Optional.ofNullable(
                    new CommandLine(alone).parseArgs(arguments).matchedOptionValue(Main.CONFIG, null));
        } catch (ParameterException e) {
            return Optional.empty(); // the whole command line has the same fault, and says so better
        }
    }

    /**
     * Reads a file for these commands.
     *
     * @throws ParameterException if it cannot be read or holds what no command and no engine knows; the text names the line
     */
    static ConfigFile read(Path file, CommandLine commands) {
        ConfigFile config = new ConfigFile(file);
        try {
            config.add(Files.readAllLines(file, StandardCharsets.UTF_8), ConfigKeys.of(commands));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commands, Main.CONFIG + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ParameterException(commands, Main.CONFIG + ": no such file: " + file, e);
        } catch (MalformedInputException e) {
            throw new ParameterException(commands, Main.CONFIG + ": " + file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new ParameterException(commands, Main.CONFIG + ": cannot read " + file + ": " + e.getMessage(), e);
        }
        return config;
    }

    private void add(List<String> lines, Set<String> known) {
        for (int line = 1; line <= lines.size(); line++) {
            for (Map.Entry<Object, Object> pair :
                    pairs(line, lines.get(line - 1)).entrySet()) {
                String key = pair.getKey().toString();
                if (!known.contains(key)) {
                    throw refused(line, "there is no '" + key + "'" + Names.suggestion(key, known));
                }
                @Nullable
                Entry before = entries.put(
                        key, new Entry(line, pair.getValue().toString().strip()));
                if (before != null) {
                    throw refused(line, "'" + key + "' was given before, in line " + before.line());
                }
            }
        }
    }

    /** What a line holds: nothing if it is empty or a comment. */
    private Properties pairs(int number, String line) {
        Properties pairs = new Properties();
        try {
            pairs.load(new StringReader(line));
        } catch (IllegalArgumentException e) {
            throw refused(number, e.getMessage() + "; a backslash is written as two");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        return pairs;
    }

    private IllegalArgumentException refused(int line, String why) {
        return new IllegalArgumentException(file + ", line " + line + ": " + why);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        @Nullable Entry entry = entry(argument);
        return entry == null ? null : entry.value();
    }

    private @Nullable Entry entry(@Nullable ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        @Nullable Entry own = entries.get(ConfigKeys.key(option.command(), option));
        return own != null ? own : entries.get(ConfigKeys.name(option));
    }

    /** Where a value stands that was refused: {@code "run.properties, line 3"}; nothing if it stands on the command line. */
    Optional<String> place(ParameterException refusal) {
        @Nullable Entry entry = entry(refusal.getArgSpec());
        return entry == null || !entry.value().equals(refusal.getValue())
                ? Optional.empty()
                : Optional.of(place(entry));
    }

    private String place(Entry entry) {
        return file + ", line " + entry.line();
    }

    /** The configuration with this file's settings of engines before all others. */
    Configuration before(Configuration configuration) {
        Configuration all = configuration;
        for (Map.Entry<String, Entry> setting : entries.entrySet()) {
            if (setting.getKey().startsWith(Configuration.PREFIX)) {
                Entry entry = setting.getValue();
                all = all.with(place(entry) + ", ", Map.of(setting.getKey(), entry.value()));
            }
        }
        return all;
    }
}
