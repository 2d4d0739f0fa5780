package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is compared at a task: combinations of parameters, and how a caller's choice changes them. */
final class Contestants {
    private static final Set<String> ENGINE = Set.of("engine", "contender", "peer");

    private Contestants() {}

    /** Combinations of parameters: {@code of("contender precision", "tape float64", "scalar float64")}. */
    static List<Map<String, String>> of(String parameters, String... combinations) {
        String[] names = parameters.split(" ");
        List<Map<String, String>> all = new ArrayList<>();
        for (String combination : combinations) {
            String[] values = combination.split(" ");
            Map<String, String> one = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                one.put(names[i], values[i]);
            }
            all.add(one);
        }
        return all;
    }

    /** Those that are left, or that there are instead. An engine that the suite does not have by itself runs as standard. */
    static List<Map<String, String>> chosen(List<Map<String, String>> own, Choice choice) {
        List<Map<String, String>> chosen = engines(own, choice.engines());
        chosen = replaced(chosen, "precision", choice.precisions());
        chosen = replaced(chosen, "kernels", choice.kernels());
        return replaced(chosen, "threads", choice.threads());
    }

    private static List<Map<String, String>> engines(List<Map<String, String>> own, List<String> engines) {
        @Nullable
        String parameter = own.stream()
                .flatMap(each -> each.keySet().stream())
                .filter(ENGINE::contains)
                .findFirst()
                .orElse(null);
        if (engines.isEmpty() || parameter == null) {
            return own;
        }
        List<Map<String, String>> chosen = new ArrayList<>();
        for (String engine : engines) {
            List<Map<String, String>> known = own.stream()
                    .filter(each -> engine.equals(each.get(parameter)))
                    .toList();
            chosen.addAll(known.isEmpty() ? List.of(standard(own.get(0), parameter, engine)) : known);
        }
        return chosen;
    }

    private static Map<String, String> standard(Map<String, String> like, String parameter, String engine) {
        Map<String, String> standard = new LinkedHashMap<>(like);
        standard.put(parameter, engine);
        standard.replace("precision", "float64");
        standard.replace("kernels", "auto");
        standard.replace("threads", "auto");
        return standard;
    }

    private static List<Map<String, String>> replaced(
            List<Map<String, String>> all, String parameter, List<String> values) {
        if (values.isEmpty()) {
            return all;
        }
        Set<Map<String, String>> replaced = new LinkedHashSet<>();
        for (Map<String, String> one : all) {
            if (one.containsKey(parameter)) {
                for (String value : values) {
                    Map<String, String> other = new LinkedHashMap<>(one);
                    other.put(parameter, value);
                    replaced.add(other);
                }
            } else {
                replaced.add(one);
            }
        }
        return List.copyOf(replaced);
    }

    /** The words of a label: {@code tape float32}, without what is {@code auto}, with what {@code threads} counts. */
    static List<String> words(Map<String, String> combination) {
        List<String> words = new ArrayList<>();
        combination.forEach((parameter, value) -> {
            if (!value.equals("auto")) {
                words.add(parameter.equals("threads") ? value + (value.equals("1") ? " thread" : " threads") : value);
            }
        });
        return words;
    }
}
