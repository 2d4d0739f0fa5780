package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wengert.nn.Activation;

/**
 * A workload as a text: the widths of the layers, inputs first, and in any order what differs from the standard.
 *
 * <pre>{@code
 * 20-64-64-3                       relu, cross-entropy, sgd, batch 32
 * 20-64-64-3 tanh adam batch=100
 * 784-128-10 batch=1
 * }</pre>
 *
 * <p>With one output the standard loss is {@code squares}, with more it is {@code cross-entropy}. What has
 * a name in {@link Workload#TABLE} is what the table says, but for the words that follow.
 */
final class NetworkText {
    private static final Pattern WIDTHS = Pattern.compile("[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})+");
    private static final Pattern BATCH = Pattern.compile("batch=([1-9][0-9]{0,5})");
    private static final int STANDARD_BATCH = 32;

    private static final String ALLOWED = "a network is one of %s, or is written as '784-128-10 tanh adam batch=64':"
            + " widths up to 999999, then any of relu, tanh, squares, cross-entropy, sgd, adam, batch=1 to 999999";

    private final String text;
    private final List<Integer> widths;
    private Activation activation = Activation.RELU;
    private Workload.Objective objective;
    private Workload.Rule rule = Workload.Rule.SGD;
    private int batch = STANDARD_BATCH;

    private NetworkText(String text) {
        this.text = text.strip();
        String[] words = this.text.split("\\s+");
        Optional<Workload> known = known(words[0]);
        if (known.isPresent()) {
            widths = known.get().widths();
            activation = known.get().activation();
            objective = known.get().objective();
            rule = known.get().rule();
            batch = known.get().batch();
        } else {
            widths = widths(words[0]);
            objective = classes() ? Workload.Objective.CROSS_ENTROPY : Workload.Objective.SUM_OF_SQUARES;
        }
        Arrays.stream(words).skip(1).forEach(this::take);
        if (objective == Workload.Objective.CROSS_ENTROPY && !classes()) {
            throw refused("cross-entropy needs two outputs or more");
        }
    }

    private static Optional<Workload> known(String name) {
        return Workload.TABLE.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private List<Integer> widths(String word) {
        if (!WIDTHS.matcher(word).matches()) {
            throw refused("'" + word + "' are no widths of layers");
        }
        return Arrays.stream(word.split("-")).map(Integer::valueOf).toList();
    }

    private boolean classes() {
        return widths.get(widths.size() - 1) > 1;
    }

    /**
     * The workload.
     *
     * @throws IllegalArgumentException if the text is none, saying what is wrong and what is allowed
     */
    static Workload read(String text) {
        return new NetworkText(text).workload();
    }

    private void take(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "relu" -> activation = Activation.RELU;
            case "tanh" -> activation = Activation.TANH;
            case "squares" -> objective = Workload.Objective.SUM_OF_SQUARES;
            case "cross-entropy" -> objective = Workload.Objective.CROSS_ENTROPY;
            case "sgd" -> rule = Workload.Rule.SGD;
            case "adam" -> rule = Workload.Rule.ADAM;
            default -> batch = batch(word);
        }
    }

    private int batch(String word) {
        Matcher matcher = BATCH.matcher(word);
        if (!matcher.matches()) {
            throw refused("'" + word + "' is not understood");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Workload workload() {
        Workload workload = new Workload(text, activation, objective, rule, batch, widths);
        long numbers = 0;
        for (int layer = 0; layer < workload.layers(); layer++) {
            numbers += (long) (workload.inputs(layer) + 1) * workload.outputs(layer);
            numbers += (long) batch * (workload.inputs(layer) + workload.outputs(layer));
        }
        if (numbers > Integer.MAX_VALUE) {
            throw refused("it has " + numbers + " numbers in one step, an array holds " + Integer.MAX_VALUE);
        }
        return workload;
    }

    private IllegalArgumentException refused(String why) {
        String names = Workload.TABLE.stream().map(Workload::name).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "benchmark: there is no network '" + text + "': " + why + "; " + ALLOWED.formatted(names));
    }
}
