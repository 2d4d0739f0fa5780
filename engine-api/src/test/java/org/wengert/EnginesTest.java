package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.error.ConfigurationException;
import org.wengert.error.UnknownEngineException;
import org.wengert.spi.EngineProvider;

/** How an engine is chosen and configured, with providers that are found only while a test asks for them. */
class EnginesTest {
    private static final Map<String, String> NONE = Map.of();
    private static final String KNOWN = "wengert.abacus.beads, wengert.abacus.threads, wengert.engine";

    private static Configuration explicit(String key, String value) {
        return Configuration.of(Map.of(key, value), NONE, NONE, NONE);
    }

    private static final Configuration EMPTY = Configuration.of(NONE, NONE, NONE, NONE);

    private static void assertUnknown(String text, Executable use) {
        assertEquals(text, assertThrows(UnknownEngineException.class, use).getMessage());
    }

    private static void assertMisconfigured(String text, Executable use) {
        assertEquals(text, assertThrows(ConfigurationException.class, use).getMessage());
    }

    @Test
    void providersAreFoundByName() {
        List<String> names = FakeProviders.found(
                () -> Engines.providers().stream().map(EngineProvider::name).collect(Collectors.toList()),
                FakeProviders.Slate.class,
                FakeProviders.Abacus.class);

        assertEquals(List.of("abacus", "slate"), names);
    }

    @Test
    void theNameInTheCallRanksFirst() {
        Engines.Choice choice = FakeProviders.found(
                () -> Engines.choose("slate", explicit("wengert.engine", "abacus")),
                FakeProviders.Slate.class,
                FakeProviders.Abacus.class);

        assertEquals("slate", choice.provider().name());
        assertEquals("explicit choice", choice.origin());
    }

    @Test
    void configurationRanksSecondAndTheOnlyEngineLast() {
        Configuration file = Configuration.of(NONE, NONE, NONE, Map.of("wengert.engine", "slate"));
        Engines.Choice configured = FakeProviders.found(
                () -> Engines.choose(null, file), FakeProviders.Slate.class, FakeProviders.Abacus.class);
        Engines.Choice only = FakeProviders.found(() -> Engines.choose(null, EMPTY), FakeProviders.Abacus.class);

        assertEquals("slate", configured.provider().name());
        assertEquals("class path file wengert.properties, wengert.engine", configured.origin());
        assertEquals("abacus", only.provider().name());
        assertEquals("the only engine found", only.origin());
    }

    @Test
    void noEngineAtAllIsRefused() {
        FakeProviders.found(() -> {
            assertUnknown(
                    "engine: none found: add wengert-engine-tape or wengert-engine-scalar to the class path",
                    () -> Engines.choose(null, EMPTY));
            assertUnknown(
                    "engine: no engine is named 'tape' (explicit choice): none was found",
                    () -> Engines.choose("tape", EMPTY));
            return null;
        });
    }

    @Test
    void twoEnginesAndNoChoiceAreRefused() {
        FakeProviders.found(
                () -> {
                    assertUnknown(
                            "engine: several found and none chosen: abacus, slate; choose one with"
                                    + " Engines.open(\"name\"), -Dwengert.engine=name, WENGERT_ENGINE=name, or"
                                    + " wengert.engine=name in wengert.properties on the class path",
                            () -> Engines.choose(null, EMPTY));
                    return null;
                },
                FakeProviders.Slate.class,
                FakeProviders.Abacus.class);
    }

    @Test
    void anUnknownEngineIsRefusedWithTheNearestName() {
        FakeProviders.found(
                () -> {
                    assertUnknown(
                            "engine: no engine is named 'abakus' (explicit choice): found abacus, slate; did you mean"
                                    + " 'abacus'?",
                            () -> Engines.choose("abakus", EMPTY));
                    assertUnknown(
                            "engine: no engine is named 'quantum' (explicit setting wengert.engine): found abacus,"
                                    + " slate",
                            () -> Engines.choose(null, explicit("wengert.engine", "quantum")));
                    return null;
                },
                FakeProviders.Slate.class,
                FakeProviders.Abacus.class);
    }

    @Test
    void twoProvidersOfOneNameAreRefused() {
        FakeProviders.found(
                () -> {
                    assertMisconfigured(
                            "engine: two providers share the name 'abacus': " + FakeProviders.Abacus.class.getName()
                                    + " and " + FakeProviders.OtherAbacus.class.getName()
                                    + "; take one off the class path",
                            Engines::providers);
                    return null;
                },
                FakeProviders.Abacus.class,
                FakeProviders.OtherAbacus.class);
    }

    @Test
    void aProviderThatCannotBeLoadedIsRefused() {
        FakeProviders.found(
                () -> {
                    ConfigurationException refused = assertThrows(ConfigurationException.class, Engines::providers);
                    assertTrue(
                            refused.getMessage()
                                    .startsWith("engine: a provider cannot be loaded: " + EngineProvider.class.getName()
                                            + ": Provider " + FakeProviders.Broken.class.getName()),
                            refused::getMessage);
                    assertTrue(refused.getCause() != null);
                    return null;
                },
                FakeProviders.Broken.class);
    }

    @Test
    void anUnknownSettingIsRefusedWithTheNearestName() {
        FakeProviders.found(
                () -> {
                    assertMisconfigured(
                            "configuration: no such setting: explicit setting wengert.abacus.bead: known are " + KNOWN
                                    + "; did you mean 'wengert.abacus.beads'?",
                            () -> Engines.open(new FakeProviders.Abacus(), explicit("wengert.abacus.bead", "wood")));
                    assertMisconfigured(
                            "configuration: no such setting: environment variable WENGERT_ABACUS_THREAD: known are "
                                    + KNOWN + "; did you mean 'wengert.abacus.threads'?",
                            () -> Engines.open(
                                    new FakeProviders.Abacus(),
                                    Configuration.of(NONE, NONE, Map.of("WENGERT_ABACUS_THREAD", "2"), NONE)));
                    return null;
                },
                FakeProviders.Slate.class);
    }

    @Test
    void aSettingOfAnotherEngineThatIsThereIsNoMistake() {
        FakeProviders.Opened opened = FakeProviders.found(
                () -> FakeProviders.open(new FakeProviders.Slate(), explicit("wengert.abacus.beads", "glass")),
                FakeProviders.Slate.class,
                FakeProviders.Abacus.class);

        assertEquals("slate", opened.name());
    }

    @Test
    void anUnknownValueIsRefusedWithTheNearestOne() {
        FakeProviders.found(() -> {
            assertMisconfigured(
                    "wengert.abacus.beads: no such value: 'wod' (explicit setting wengert.abacus.beads): it takes wood,"
                            + " glass; did you mean 'wood'?",
                    () -> Engines.open(new FakeProviders.Abacus(), explicit("wengert.abacus.beads", "wod")));
            assertMisconfigured(
                    "wengert.abacus.threads: no such value: '0' (system property wengert.abacus.threads): it takes auto,"
                            + " <count>",
                    () -> Engines.open(
                            new FakeProviders.Abacus(),
                            Configuration.of(NONE, Map.of("wengert.abacus.threads", "0"), NONE, NONE)));
            return null;
        });
    }

    @Test
    void anEngineGetsItsSettingsAndWhereTheyCameFrom() {
        Configuration configuration = Configuration.of(NONE, NONE, Map.of("WENGERT_ABACUS_THREADS", "12"), NONE);

        FakeProviders.Opened opened =
                FakeProviders.found(() -> FakeProviders.open(new FakeProviders.Abacus(), configuration));

        assertEquals("wood", opened.settings().get("wengert.abacus.beads"));
        assertEquals("standard", opened.settings().origin("wengert.abacus.beads"));
        assertEquals("12", opened.settings().get("wengert.abacus.threads"));
        assertEquals(
                "environment variable WENGERT_ABACUS_THREADS", opened.settings().origin("wengert.abacus.threads"));
        NullPointerException undeclared =
                assertThrows(NullPointerException.class, () -> opened.settings().get("wengert.abacus.colour"));
        assertEquals("not a declared setting: wengert.abacus.colour", undeclared.getMessage());
    }

    @Test
    void anEngineIsOpenedByNameWithExplicitSettings() {
        FakeProviders.Opened opened = FakeProviders.found(
                () -> FakeProviders.opened(() -> Engines.open("abacus", Map.of("wengert.abacus.beads", "glass"))),
                FakeProviders.Abacus.class);

        assertEquals("glass", opened.settings().get("wengert.abacus.beads"));
        assertEquals("explicit setting wengert.abacus.beads", opened.settings().origin("wengert.abacus.beads"));
    }

    @Test
    void theOnlyEngineIsOpenedWithoutAName() {
        FakeProviders.Opened opened =
                FakeProviders.found(() -> FakeProviders.opened(Engines::open), FakeProviders.Slate.class);

        assertEquals("slate", opened.name());
    }
}
