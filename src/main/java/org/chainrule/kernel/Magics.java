package org.chainrule.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.kernel.maven.MavenResolver;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/** The magics of IJava and JJava notebooks. */
final class Magics {
    private static final Pattern ARGUMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    /** A magic: what follows its name, and the code that it applies to. */
    private interface Magic {
        Optional<Object> run(List<String> arguments, Cell code, CellRunner runner) throws CellException;
    }

    private final CellEvaluator evaluator;
    private final Map<String, Magic> lineMagics = new TreeMap<>();
    private final Map<String, Magic> cellMagics = new TreeMap<>();

    private MavenResolver resolver = new MavenResolver();

    Magics(CellEvaluator evaluator) {
        this.evaluator = evaluator;
        lineMagics.put("classpath", this::classPath);
        lineMagics.put("jars", this::classPath);
        lineMagics.put("load", this::load);
        lineMagics.put("time", this::time);
        for (String name : List.of("maven", "addMavenDependency", "addMavenDependencies")) {
            lineMagics.put(name, this::maven);
        }
        lineMagics.put("mavenRepo", this::mavenRepository);
        lineMagics.put("loadFromPOM", this::pomFile);
        cellMagics.put("loadFromPOM", this::pom);
        cellMagics.put("time", this::time);
    }

    /** All names as they are typed, with their percent signs. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        lineMagics.keySet().forEach(name -> names.add("%" + name));
        cellMagics.keySet().forEach(name -> names.add("%%" + name));
        return names;
    }

    Optional<Object> runLine(String name, String arguments, Cell rest, CellRunner runner) throws CellException {
        return find("%", lineMagics, name).run(split(arguments), rest, runner);
    }

    Optional<Object> runCell(String name, String arguments, Cell body, CellRunner runner) throws CellException {
        return find("%%", cellMagics, name).run(split(arguments), body, runner);
    }

    private static Magic find(String sign, Map<String, Magic> magics, String name) throws CellException {
        Magic magic = magics.get(name);
        if (magic == null) {
            String nearest = Nearest.to(name, magics.keySet())
                    .map(near -> "did you mean " + sign + near + "?")
                    .orElse("there are " + sign + String.join(", " + sign, magics.keySet()) + ".");
            throw CellException.of("UnknownMagic", "There is no magic " + sign + name + "; " + nearest);
        }
        return magic;
    }

    private static List<String> split(String arguments) {
        List<String> split = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(arguments);
        while (argument.find()) {
            split.add(
                    argument.group(1) == null
                            ? argument.group(2)
                            : argument.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return split;
    }

    private Optional<Object> classPath(List<String> arguments, Cell code, CellRunner runner) throws CellException {
        for (String argument : arguments) {
            List<Path> paths = PathsHandler.splitAndResolveGlobs(argument);
            if (paths.isEmpty()) {
                throw CellException.of("FileNotFound", "%classpath got " + argument + ", but there is no such file.");
            }
            paths.forEach(path -> evaluator.addToClassPath(path.toAbsolutePath().toString()));
        }
        return Optional.empty();
    }

    private Optional<Object> maven(List<String> coordinates, Cell code, CellRunner runner) throws CellException {
        return addJars(code, () -> resolver.resolve(coordinates));
    }

    private Optional<Object> pom(List<String> arguments, Cell body, CellRunner runner) throws CellException {
        return addJars(body, () -> resolver.resolvePom(body.code()));
    }

    private Optional<Object> pomFile(List<String> arguments, Cell code, CellRunner runner) throws CellException {
        for (String argument : arguments) {
            addJars(code, () -> resolver.resolvePom(Files.readString(Path.of(argument))));
        }
        return Optional.empty();
    }

    private Optional<Object> mavenRepository(List<String> arguments, Cell code, CellRunner runner)
            throws CellException {
        if (arguments.size() != 2) {
            throw CellException.of(
                    "UsageError", "%mavenRepo needs an id and an address, as in %mavenRepo jitpack https://jitpack.io");
        }
        resolver = resolver.withRepository(arguments.get(0), arguments.get(1));
        return Optional.empty();
    }

    private Optional<Object> addJars(Cell code, Callable<List<Path>> jars) throws CellException {
        for (Object jar : (List<?>) evaluator.call(code, jars)) {
            evaluator.addToClassPath(jar.toString());
        }
        return Optional.empty();
    }

    private Optional<Object> load(List<String> arguments, Cell code, CellRunner runner) throws CellException {
        for (String argument : arguments) {
            File file = new File(argument);
            if (!file.isFile()) {
                throw CellException.of(
                        "FileNotFound",
                        "%load got " + argument + ", but there is no such file in " + new File("").getAbsolutePath()
                                + ".");
            }
            for (Cell cell : SourceFiles.cells(file.toPath())) {
                runner.run(cell);
            }
        }
        return Optional.empty();
    }

    private Optional<Object> time(List<String> arguments, Cell code, CellRunner runner) throws CellException {
        long start = System.nanoTime();
        try {
            return runner.run(code);
        } finally {
            System.out.printf(Locale.ROOT, "Wall time: %.3f s%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
