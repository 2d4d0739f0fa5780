package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a user's own build makes of our jars and poms: {@code src/it/consumer}, on the class path and on the module path, with
 * an engine that is the kit's worked example moved into a project of its own.
 *
 * <p>Runs after "package", when there are jars. The user's local repository is read and stays as it is: ours are put into
 * another, in which all else is linked to.
 */
@EnabledIfSystemProperty(named = "consumer.version", matches = ".+", disabledReason = "Maven runs it, after package")
class PublishedJarsIT {
    private static final String VERSION = System.getProperty("consumer.version");
    private static final Path ROOT = Path.of("..");
    private static final Path WORK = Path.of("target", "consumer");
    private static final Path PROJECT = WORK.resolve("project");
    private static final Path REPOSITORY = WORK.resolve("repository");
    private static final Path EXAMPLE = ROOT.resolve("engine-api/src/test/java/org/wengert/tck/example");

    @BeforeEach
    void prepare() throws IOException {
        delete(WORK);
        copy(Path.of("src", "it", "consumer"), PROJECT);
        copy(PROJECT.resolve("app/src"), PROJECT.resolve("app-on-class-path/src"));
        Files.delete(PROJECT.resolve("app-on-class-path/src/main/java/module-info.java"));
        moveTheExample();
        link(Path.of(System.getProperty("consumer.repository")), REPOSITORY, "org");
        publish("wengert-bom", ROOT.resolve("src/bom"));
        publish("wengert-parent", ROOT);
        publish("wengert-engine-api", ROOT.resolve("engine-api"), ".jar", "-tests.jar");
        for (String module : List.of("engine-scalar", "engine-tape", "nn")) {
            publish("wengert-" + module, ROOT.resolve(module), ".jar");
        }
    }

    @Test
    void aUsersBuildPasses() throws IOException, InterruptedException {
        Path log = WORK.resolve("maven.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("consumer.maven"), "bin", "mvn").toString(), "-B", "-o", "verify"));
        command.add("-Dmaven.repo.local=" + REPOSITORY.toAbsolutePath());
        command.addAll(List.of(System.getProperty("consumer.versions").split("\\s+")));
        ProcessBuilder maven = new ProcessBuilder(command).directory(PROJECT.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");

        int exitCode = maven.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertEquals(0, exitCode, () -> read(log));
    }

    /** As a reader of "Add an engine" would: into a package of their own. */
    private static void moveTheExample() throws IOException {
        Path target = PROJECT.resolve("engine/src/main/java/com/example/engine");
        Files.createDirectories(target);
        for (String name : List.of("ListEngine", "ListEngineProvider", "ListValue", "ListVariable", "Rules")) {
            String source = read(EXAMPLE.resolve(name + ".java"));
            Files.writeString(
                    target.resolve(name + ".java"),
                    source.replace("package org.wengert.tck.example;", "package com.example.engine;"));
        }
    }

    /** As "mvn install" would. */
    private static void publish(String artifact, Path module, String... endings) throws IOException {
        String name = artifact + "-" + VERSION;
        Path target =
                REPOSITORY.resolve("org").resolve("wengert").resolve(artifact).resolve(VERSION);
        Files.createDirectories(target);
        Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
        for (String ending : endings) {
            Files.copy(module.resolve("target").resolve(name + ending), target.resolve(name + ending));
        }
    }

    /** Links to all in a folder but ours, which is made anew. */
    private static void link(Path from, Path to, String... open) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (List.of(open).contains(name)) {
                    link(entry, to.resolve(name));
                } else if (!name.equals("wengert")) {
                    Files.createSymbolicLink(to.resolve(name), entry);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Follows no link: they lead into the user's repository. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
