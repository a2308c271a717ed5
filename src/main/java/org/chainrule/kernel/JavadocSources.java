package org.chainrule.kernel;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Tells JShell where Chainrule's sources are, which it needs for their Javadoc.
 *
 * <p>JShell looks for sources in the JDK only and has no public setting for others. The jar opens the package that holds
 * the list; where it is not open, the documentation consists of signatures.
 */
final class JavadocSources {
    private static final String FOLDER = "/META-INF/sources";

    private JavadocSources() {}

    /** Adds the sources in our jar to those of the JDK. */
    static void addTo(SourceCodeAnalysis analysis) {
        try {
            Method find = analysis.getClass().getDeclaredMethod("findSources");
            Field found = analysis.getClass().getDeclaredField("availableSources");
            find.setAccessible(true);
            found.setAccessible(true);
            @SuppressWarnings("unchecked")
            List<Path> sources = new ArrayList<>((List<Path>) find.invoke(analysis));
            sources.add(ours());
            found.set(analysis, sources);
        } catch (ReflectiveOperationException | RuntimeException | IOException | URISyntaxException notAvailable) {
            // signatures without Javadoc: a smaller help, and no reason to fail
            return;
        }
    }

    private static Path ours() throws IOException, URISyntaxException {
        URL folder = JavadocSources.class.getResource(FOLDER + "/org/chainrule/Chainrule.java");
        URI uri = folder.toURI();
        if (uri.getScheme().equals("jar")) {
            return FileSystems.newFileSystem(uri, Map.of()).getPath(FOLDER);
        }
        return Path.of(uri).getParent().getParent().getParent();
    }
}
