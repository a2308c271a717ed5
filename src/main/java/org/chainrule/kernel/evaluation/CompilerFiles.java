package org.chainrule.kernel.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's own files, with two differences that make the first cells run early: what is in the kernel's jar is looked up
 * in {@link OwnClasses}, and JShell's index waits until somebody wants it. For the index, which knows what could be imported,
 * JShell reads the whole class path and all of the JDK in the background.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final String CLASS_PATH = "-classpath";
    private static final long LATEST_SECONDS = 10;

    private final Optional<OwnClasses> own;
    private final CountDownLatch indexWanted;

    /**
     * @param files those of the compiler
     * @param indexWanted what the index waits for, though not for ever
     */
    CompilerFiles(StandardJavaFileManager files, Optional<OwnClasses> own, CountDownLatch indexWanted) {
        super(files);
        this.own = own;
        this.indexWanted = indexWanted;
        if (own.isPresent()) {
            setClassPath(System.getProperty("java.class.path"));
        }
    }

    /** The class path of the compiler is the given one without the jar that we know ourselves. */
    private boolean setClassPath(String paths) {
        List<Path> others = Arrays.stream(paths.split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.toAbsolutePath().equals(own.get().path().toAbsolutePath()))
                .toList();
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, others);
            return true;
        } catch (IOException notDirectory) {
            return false;
        }
    }

    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        return own.isPresent() && option.equals(CLASS_PATH)
                ? setClassPath(remaining.next())
                : fileManager.handleOption(option, remaining);
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        Iterable<JavaFileObject> others = fileManager.list(location, packageName, kinds, recurse);
        if (own.isEmpty() || location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
            return others;
        }
        OwnClasses classes = own.get();
        List<JavaFileObject> all = new ArrayList<>(recurse ? classes.listAll(packageName) : classes.list(packageName));
        others.forEach(all::add);
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof JarredClass jarred ? jarred.binaryName() : fileManager.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof JarredClass || b instanceof JarredClass ? a.equals(b) : fileManager.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof JarredClass
                ? location == StandardLocation.CLASS_PATH
                : fileManager.contains(location, file);
    }

    /** Only the index asks for these; the compiler itself lists packages. */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        try {
            indexWanted.await(LATEST_SECONDS, TimeUnit.SECONDS);
            indexWanted.countDown();
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        List<Path> paths = new ArrayList<>();
        Iterable<? extends Path> others = fileManager.getLocationAsPaths(location);
        if (others != null) {
            others.forEach(paths::add);
        }
        if (location == StandardLocation.CLASS_PATH) {
            own.ifPresent(classes -> paths.add(classes.path()));
        }
        return others == null && paths.isEmpty() ? null : paths;
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }
}
