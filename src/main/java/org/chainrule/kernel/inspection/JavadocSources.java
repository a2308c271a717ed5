package org.chainrule.kernel.inspection;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Tells JShell where sources are, which it needs for their Javadoc: Chainrule's own, XChart's and Tablesaw's in our jar,
 * and those of other libraries where Maven has put them beside.
 *
 * <p>JShell looks for sources in the JDK only and has no public setting for others. The jar opens the package that holds
 * the list; where it is not open, the documentation consists of signatures.
 */
public final class JavadocSources {
    private static final String FOLDER = "/META-INF/sources";
    private static final List<String> LIBRARIES = List.of("xchart.jar", "tablesaw.jar");

    private final SourceCodeAnalysis analysis;
    private final Supplier<? extends Collection<Path>> classPath;
    private final List<Path> bundled = new ArrayList<>();
    private boolean loaded;

    /**
     * @param classPath what cells have added to the class path
     */
    public JavadocSources(SourceCodeAnalysis analysis, Supplier<? extends Collection<Path>> classPath) {
        this.analysis = analysis;
        this.classPath = classPath;
    }

    /** Whether there are no sources of Java itself. */
    boolean areMissing() {
        return !Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
    }

    /** What to do about it. */
    static String missing() {
        return "No documentation: this Java was installed without its sources (Debian and Ubuntu have them in <code>openjdk-"
                + Runtime.version().feature() + "-source</code>).";
    }

    /** Makes JShell look at all sources that there are now. */
    void load() {
        try {
            if (!loaded) {
                loaded = true;
                bundled.addAll(fromJShell());
                bundled.addAll(ours());
            }
            List<Path> all = new ArrayList<>(bundled);
            classPath.get().stream()
                    .flatMap(jar -> beside(jar).stream())
                    .filter(Files::exists)
                    .forEach(all::add);
            field().set(analysis, all);
        } catch (ReflectiveOperationException | RuntimeException | IOException | URISyntaxException notAvailable) {
            // signatures without Javadoc: a smaller help, and no reason to fail
            return;
        }
    }

    @SuppressWarnings("unchecked")
    private List<Path> fromJShell() throws ReflectiveOperationException {
        Method find = analysis.getClass().getDeclaredMethod("findSources");
        find.setAccessible(true);
        return (List<Path>) find.invoke(analysis);
    }

    private Field field() throws NoSuchFieldException {
        Field sources = analysis.getClass().getDeclaredField("availableSources");
        sources.setAccessible(true);
        return sources;
    }

    /** Maven and IDEs put {@code x-sources.jar} beside {@code x.jar}; beside the root of all files there is nothing. */
    public static Optional<Path> beside(Path jar) {
        return Optional.ofNullable(jar.getFileName())
                .map(name -> jar.resolveSibling(name.toString().replaceFirst("\\.jar$", "") + "-sources.jar"));
    }

    private static List<Path> ours() throws IOException, URISyntaxException {
        URL anchor = JavadocSources.class.getResource(FOLDER + "/org/chainrule/Chainrule.java");
        URI uri = anchor.toURI();
        Path folder = uri.getScheme().equals("jar")
                ? FileSystems.newFileSystem(uri, Map.of()).getPath(FOLDER)
                : Path.of(uri).getParent().getParent().getParent();
        List<Path> all = new ArrayList<>(List.of(folder));
        for (String library : LIBRARIES) {
            Path jar = folder.resolve(library);
            if (Files.exists(jar)) {
                all.add(FileSystems.newFileSystem(jar).getPath("/"));
            }
        }
        return all;
    }
}
