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
    private static final Set<String> WHO = Set.of("engine", "contender", "peer");

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

    /** With the precisions, kernels and threads that a caller chooses. */
    static List<Map<String, String>> chosen(List<Map<String, String>> own, Choice choice) {
        List<Map<String, String>> chosen = replaced(own, "precision", choice.precisions());
        chosen = replaced(chosen, "kernels", choice.kernels());
        return replaced(chosen, "threads", choice.threads());
    }

    /** Those of these names, all of which must be taken. An engine that is not there by itself runs as standard. */
    static List<Map<String, String>> named(List<Map<String, String>> own, List<String> names) {
        if (own.isEmpty() || names.isEmpty()) {
            return List.of();
        }
        @Nullable
        String parameter =
                own.get(0).keySet().stream().filter(WHO::contains).findFirst().orElse(null);
        if (parameter == null) {
            return own;
        }
        List<Map<String, String>> named = new ArrayList<>();
        for (String name : names) {
            List<Map<String, String>> known = own.stream()
                    .filter(each -> name.equals(each.get(parameter)))
                    .toList();
            named.addAll(known.isEmpty() ? List.of(standard(own.get(0), parameter, name)) : known);
        }
        return named;
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
