package org.chainrule.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.maven.MavenResolver;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/** The magics of IJava and JJava notebooks. */
public final class Magics {
    private static final Pattern ARGUMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    private final CellEvaluator evaluator;
    private final MagicList magics = new MagicList();

    private MavenResolver resolver = new MavenResolver();

    /**
     * All magics that there are.
     *
     * @param evaluator runs what they load, and is what they tell of
     */
    public Magics(CellEvaluator evaluator) {
        this.evaluator = evaluator;
        new NotebookMagics(evaluator).register(magics);
        magics.add("%load", "%load helper.java", "runs a Java file, or the code cells of a notebook", this::load);
        magics.add("%classpath", "%classpath lib/*.jar", "adds folders or jars to the class path", this::classPath);
        magics.add("%jars", "%jars tool.jar", "the same, as in IJava", this::classPath);
        magics.add("%maven", "%maven org.jsoup:jsoup:1.21.2", "adds a library and what it needs", this::maven);
        for (String name : List.of("%addMavenDependency", "%addMavenDependencies")) {
            magics.add(name, name + " org.jsoup:jsoup:1.21.2", "the same, as in IJava", this::maven);
        }
        magics.add(
                "%mavenRepo",
                "%mavenRepo jitpack https://jitpack.io", "asks one more repository", this::mavenRepository);
        magics.add("%loadFromPOM", "%loadFromPOM pom.xml", "adds the dependencies of a POM", this::pomFile);
        magics.add("%%loadFromPOM", "%%loadFromPOM", "adds the dependencies in the cell", this::pom);
    }

    /** All names as they are typed, with their percent signs. */
    public Set<String> names() {
        return magics.names();
    }

    Optional<Object> runLine(String name, String arguments, Cell rest, CellRunner runner) throws CellException {
        return magics.find("%" + name).run(split(arguments), rest, runner);
    }

    Optional<Object> runCell(String name, String arguments, Cell body, CellRunner runner) throws CellException {
        return magics.find("%%" + name).run(split(arguments), body, runner);
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
            List<Path> paths = files(argument);
            if (paths.isEmpty()) {
                throw CellException.of("FileNotFound", "%classpath got " + argument + ", but there is no such file.");
            }
            for (Path path : paths) {
                checkJar(path);
                evaluator.addToClassPath(path.toAbsolutePath().toString());
            }
        }
        return Optional.empty();
    }

    /** What a class path with wildcards names; nothing if its folder is missing or cannot be read. */
    private static List<Path> files(String classPath) {
        try {
            return PathsHandler.splitAndResolveGlobs(classPath);
        } catch (RuntimeException noFolder) {
            return List.of();
        }
    }

    /** A broken jar would keep the compiler from compiling anything more. */
    private static void checkJar(Path path) throws CellException {
        if (!path.toString().endsWith(".jar") || Files.isDirectory(path)) {
            return;
        }
        try {
            new ZipFile(path.toFile()).close();
        } catch (IOException broken) {
            throw CellException.of(
                    "BrokenJar", "%classpath got " + path + ", but this is no whole jar: " + broken.getMessage() + ".");
        }
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
}
