package org.wengert.bench;

import java.util.Set;
import java.util.TreeSet;
import org.wengert.Engines;
import org.wengert.error.WengertException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may stand in a file of options: {@code lr}, {@code train.lr}, {@code bench.compare.threshold}, settings of engines. */
final class ConfigKeys {
    /** What concerns one call alone. */
    private static final Set<String> NOT_IN_FILES = Set.of(Main.CONFIG, "--help", "--version");

    private ConfigKeys() {}

    /** Of all commands and engines. */
    static Set<String> of(CommandLine commands) {
        Set<String> keys = new TreeSet<>(Set.of(Engines.ENGINE));
        add(commands, keys);
        try {
            Engines.providers().forEach(provider -> provider.settings().forEach(setting -> keys.add(setting.key())));
        } catch (WengertException e) {
            return keys; // a command that needs engines will say why there are none
        }
        return keys;
    }

    private static void add(CommandLine command, Set<String> keys) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!NOT_IN_FILES.contains(option.longestName())) {
                keys.add(name(option));
                keys.add(key(command.getCommandSpec(), option));
            }
        }
        command.getSubcommands().values().forEach(subcommand -> add(subcommand, keys));
    }

    /** Of an option of whatever command. */
    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** Of an option of one command. */
    static String key(CommandSpec command, OptionSpec option) {
        String commands = command.qualifiedName(".");
        int root = commands.indexOf('.');
        return root < 0 ? name(option) : commands.substring(root + 1) + "." + name(option);
    }
}
