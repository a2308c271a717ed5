package org.chainrule.kernel.evaluation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;

/**
 * The classes in the kernel's own jar, package by package, as the compiler asks for them. It could read the jar by itself, but
 * builds a tree of all its twenty thousand files first, which takes longer than the rest of its start.
 */
final class OwnClasses {
    private static final String SUFFIX = ".class";

    private final Path path;
    private final ZipFile jar;
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

    OwnClasses(Path path) throws IOException {
        this.path = path;
        this.jar = new ZipFile(path.toFile());
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            add(entries.nextElement().getName());
        }
    }

    private void add(String name) {
        if (name.endsWith(SUFFIX)) {
            String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
            packages.computeIfAbsent(folder, none -> new ArrayList<>()).add(new JarredClass(jar, path, name));
        }
    }

    /** Those of the jar that this kernel runs from; empty if it does not run from one. */
    static Optional<OwnClasses> find() {
        try {
            Path code = Path.of(OwnClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code) ? Optional.of(new OwnClasses(code)) : Optional.empty();
        } catch (URISyntaxException | IOException notReadable) {
            return Optional.empty(); // the compiler will say what is wrong with it
        }
    }

    Path path() {
        return path;
    }

    /** The classes of a package, such as {@code org.chainrule.network}. */
    List<JavaFileObject> list(String packageName) {
        return packages.getOrDefault(packageName.replace('.', '/'), List.of());
    }

    /** The classes of a package and of all below it. */
    List<JavaFileObject> listAll(String packageName) {
        String folder = packageName.replace('.', '/');
        List<JavaFileObject> all = new ArrayList<>(list(packageName));
        packages.keySet().stream()
                .filter(name -> folder.isEmpty() ? !name.isEmpty() : name.startsWith(folder + "/"))
                .sorted()
                .forEach(name -> all.addAll(packages.get(name)));
        return Collections.unmodifiableList(all);
    }
}
