package org.chainrule.kernel;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.magic.CellRunner;

/**
 * What the kernel does before the first cell because its environment asks for it: it adds libraries to the class path, and runs
 * files of Java or notebooks. Of what fails one line is told below the first cell, which runs all the same.
 */
final class Startup {
    /** Folders and jars, divided as in any class path; {@code *} is a wildcard. */
    static final String CLASS_PATH = "CHAINRULE_CLASSPATH";

    /** Files, divided likewise. */
    static final String FILES = "CHAINRULE_STARTUP";

    private final Map<String, String> environment;
    private final CellRunner runner;
    private boolean done;

    Startup(Map<String, String> environment, CellRunner runner) {
        this.environment = environment;
        this.runner = runner;
    }

    /** To be called within each cell; does something within the first one only, and returns what failed, in one line each. */
    List<String> run() {
        if (done) {
            return List.of();
        }
        done = true;
        List<String> failures = new ArrayList<>();
        paths(CLASS_PATH).forEach(path -> run(CLASS_PATH, "%classpath", path).ifPresent(failures::add));
        paths(FILES).forEach(path -> run(FILES, "%load", path).ifPresent(failures::add));
        return failures;
    }

    private List<String> paths(String setting) {
        return Arrays.stream(environment.getOrDefault(setting, "").split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .toList();
    }

    private Optional<String> run(String setting, String magic, String path) {
        try {
            String argument = path.replace("\\", "\\\\").replace("\"", "\\\"");
            runner.run(new Cell(setting, magic + " \"" + argument + "\""));
            return Optional.empty();
        } catch (CellException failed) {
            return Optional.of(failure(setting, path, failed.lines().stream().limit(2)));
        } catch (RuntimeException | Error failed) {
            return Optional.of(failure(setting, path, Stream.of(failed.toString())));
        }
    }

    private static String failure(String setting, String path, Stream<String> reason) {
        return setting + " " + path + " failed: " + reason.map(String::strip).collect(Collectors.joining("; "));
    }
}
