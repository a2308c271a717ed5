package org.chainrule.kernel.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names of libraries for {@code %maven}, as {@code org.jsoup:jsoup:1.21.2}: those that Maven has fetched before. */
public final class LibraryCompletion {
    private LibraryCompletion() {}

    static List<Candidate> libraries(String typed) {
        return libraries(Path.of(System.getProperty("user.home"), ".m2", "repository"), typed);
    }

    /** What may follow in a repository: the next part of a group, an artifact of it, or a version of that. */
    public static List<Candidate> libraries(Path repository, String typed) {
        if (typed.startsWith(".") || typed.startsWith(":")) {
            return List.of(); // no group starts so, and its folder would be the root of all
        }
        int start = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(':')) + 1;
        int artifact = typed.indexOf(':') + 1;
        if (artifact > 0) {
            start = typed.lastIndexOf(':') + 1; // versions have dots
        }
        String known = typed.substring(0, start);
        String group = artifact > 0 ? known.substring(0, artifact) : known;
        Path folder;
        try {
            folder = repository.resolve(group.replaceAll("[.:]", "/")
                    + known.substring(group.length()).replace(':', '/'));
        } catch (InvalidPathException noName) {
            return List.of();
        }
        boolean isVersion = artifact > 0 && start > artifact;
        String name = typed.substring(start);
        return folders(folder, child -> child.getFileName().toString().startsWith(name))
                .map(child -> isVersion || !isArtifact(child)
                        ? known + child.getFileName()
                        : known.replaceFirst("\\.$", ":") + child.getFileName() + ":")
                .map(Candidate::path)
                .toList();
    }

    /** An artifact has folders of versions, and each of these a POM. */
    private static boolean isArtifact(Path folder) {
        return folders(
                        folder,
                        version -> Files.exists(
                                version.resolve(folder.getFileName() + "-" + version.getFileName() + ".pom")))
                .findAny()
                .isPresent();
    }

    private static Stream<Path> folders(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).filter(wanted).sorted().toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
