package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wengert.error.ConfigurationException;

class ConfigurationTest {
    private static final Map<String, String> NONE = Map.of();

    private static Map<String, String> entry(String key, String value) {
        return Map.of(key, value);
    }

    @Test
    void explicitSettingsRankFirstThenPropertiesThenEnvironmentThenFile() {
        Map<String, String> explicit = entry("wengert.engine", "a");
        Map<String, String> properties = entry("wengert.engine", "b");
        Map<String, String> environment = entry("WENGERT_ENGINE", "c");
        Map<String, String> file = entry("wengert.engine", "d");

        assertFound("a", "explicit setting wengert.engine", Configuration.of(explicit, properties, environment, file));
        assertFound("b", "system property wengert.engine", Configuration.of(NONE, properties, environment, file));
        assertFound("c", "environment variable WENGERT_ENGINE", Configuration.of(NONE, NONE, environment, file));
        assertFound(
                "d", "class path file wengert.properties, wengert.engine", Configuration.of(NONE, NONE, NONE, file));
    }

    private static void assertFound(String value, String origin, Configuration configuration) {
        assertEquals(Optional.of(new Configuration.Found(value, origin)), configuration.find("wengert.engine"));
    }

    @Test
    void whatIsNotConfiguredIsNotFound() {
        Configuration none = Configuration.of(NONE, entry("wengert.other", "x"), NONE, NONE);

        assertEquals(Optional.empty(), none.find("wengert.engine"));
    }

    @Test
    void settingsAddedLaterRankBeforeAllOthers() {
        Configuration configuration =
                Configuration.of(entry("wengert.engine", "a"), NONE, NONE, NONE).with(entry("wengert.engine", "b"));

        assertFound("b", "explicit setting wengert.engine", configuration);
    }

    @Test
    void anotherSourceRanksBeforeAllAndIsNamed() {
        Configuration configuration = Configuration.of(NONE, NONE, entry("WENGERT_ENGINE", "a"), NONE)
                .with("file x, ", Map.of("wengert.engine", "b", "other", "c"));

        assertFound("b", "file x, wengert.engine", configuration);
        assertEquals(Set.of("file x, other"), configuration.unknown(Set.of("wengert.engine")));
    }

    @Test
    void aDotIsAnUnderscoreInTheEnvironment() {
        Configuration configuration = Configuration.of(NONE, NONE, entry("WENGERT_TAPE_KERNELS", "plain"), NONE);

        assertEquals(
                "plain",
                configuration.find("wengert.tape.kernels").orElseThrow().value());
    }

    @Test
    void spacesAroundAValueAreDropped() {
        assertFound(
                "tape",
                "system property wengert.engine",
                Configuration.of(NONE, entry("wengert.engine", " tape\t"), NONE, NONE));
    }

    @Test
    void whatIsSpelledLikeASettingAndIsNoneIsUnknown() {
        Configuration configuration = Configuration.of(
                entry("wengert.engin", "x"),
                Map.of("wengert.engine", "a", "wengert.tape.kernel", "b", "java.home", "c"),
                Map.of("WENGERT_THREADS", "1", "PATH", "x"),
                NONE);

        assertEquals(
                Set.of(
                        "explicit setting wengert.engin",
                        "system property wengert.tape.kernel",
                        "environment variable WENGERT_THREADS"),
                configuration.unknown(Set.of("wengert.engine")));
    }

    @Test
    void theProcessHasSystemProperties() {
        System.setProperty("wengert.engine", "from a property");
        try {
            assertFound("from a property", "system property wengert.engine", Configuration.ofProcess());
        } finally {
            System.clearProperty("wengert.engine");
        }
    }

    @Test
    void explicitSettingsAndTheFileAreForNobodyElseSoThatNothingInThemIsPassedOver() {
        Configuration configuration =
                Configuration.of(entry("tape.kernels", "x"), NONE, NONE, entry("Wengert.engine", "y"));

        assertEquals(
                Set.of("explicit setting tape.kernels", "class path file wengert.properties, Wengert.engine"),
                configuration.unknown(Set.of("wengert.engine")));
    }

    @Test
    void anUnknownNameIsShownShortAndOnOneLine() {
        Configuration configuration = Configuration.of(entry("wengert.\n" + "x".repeat(1000), "x"), NONE, NONE, NONE);

        assertEquals(
                Set.of("explicit setting wengert.\\u000a" + "x".repeat(71) + "... (1009 characters)"),
                configuration.unknown(Set.of()));
    }

    @Test
    void nullIsRefusedWithItsSource() {
        Map<String, String> settings = new HashMap<>();
        settings.put("wengert.engine", null);

        assertEquals(
                "configuration: no text: explicit setting wengert.engine is null; leave it out instead",
                assertThrows(
                                ConfigurationException.class,
                                () -> Configuration.ofProcess().with(settings))
                        .getMessage());
    }

    @Test
    void aPropertyThatAnotherThreadTakesAwayMeanwhileIsNotThere() {
        Properties before = System.getProperties();
        Properties fleeting = new Properties() {
            @Override
            public Set<String> stringPropertyNames() {
                Set<String> names = new HashSet<>(super.stringPropertyNames());
                names.add("wengert.engine");
                return names;
            }
        };
        fleeting.putAll(before);
        System.setProperties(fleeting);
        try {
            assertEquals(Optional.empty(), Configuration.ofProcess().find("wengert.engine"));
        } finally {
            System.setProperties(before);
        }
    }
}
