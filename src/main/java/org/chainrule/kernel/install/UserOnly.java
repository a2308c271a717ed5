package org.chainrule.kernel.install;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their user may read; on Windows those in the user's own folders are so already. */
public final class UserOnly {
    private static final String FOLDER = "rwx------";

    private UserOnly() {}

    /**
     * Makes a folder unless it is there; the folders above get the rights that are usual there.
     *
     * @param folder its path
     * @throws IOException if it cannot be made
     */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, rights(folder, FOLDER));
        }
    }

    /** Takes a folder, and so all that is in it, away from all others. */
    static void close(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER));
        }
    }

    /**
     * Makes a file and opens it for writing.
     *
     * @param file its path
     * @return what writes to it
     * @throws IOException if it cannot be made
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    public static WritableByteChannel createFile(Path file) throws IOException {
        return Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(file, "rw-------"));
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
