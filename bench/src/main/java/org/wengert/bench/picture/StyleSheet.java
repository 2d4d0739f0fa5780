package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Styles by the names of elements and by their classes, without those for dark paper. */
final class StyleSheet {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)\\}");

    private record Rule(List<String> selectors, Map<String, String> properties) {}

    private final List<Rule> rules = new ArrayList<>();

    private StyleSheet() {}

    static StyleSheet of(String css) {
        StyleSheet sheet = new StyleSheet();
        RULE.matcher(css.replaceAll("(?s)@media.*", ""))
                .results()
                .map(StyleSheet::rule)
                .forEach(sheet.rules::add);
        return sheet;
    }

    private static Rule rule(MatchResult text) {
        Map<String, String> properties = new HashMap<>();
        for (String property : text.group(2).split(";")) {
            String[] parts = property.split(":", 2);
            properties.put(parts[0].strip(), parts[1].strip());
        }
        return new Rule(List.of(text.group(1).strip().split(",")), properties);
    }

    /** A property of an element: a class ranks before the element's name, a later rule before an earlier. */
    String of(Element element, String property, String otherwise) {
        String found = last(List.of(element.getTagName()), property, otherwise);
        List<String> classes = List.of(element.getAttribute("class").split(" "));
        return last(classes.stream().map(name -> "." + name).toList(), property, found);
    }

    private String last(List<String> selectors, String property, String otherwise) {
        String found = otherwise;
        for (Rule rule : rules) {
            if (rule.selectors().stream().anyMatch(selectors::contains)) {
                found = rule.properties().getOrDefault(property, found);
            }
        }
        return found;
    }
}
