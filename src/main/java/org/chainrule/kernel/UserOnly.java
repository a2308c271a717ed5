package org.chainrule.kernel;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their user may read; on Windows those in the user's own folders are so already. */
final class UserOnly {
    private UserOnly() {}

    /** Makes a folder unless it is there; the folders above get the rights that are usual there. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, rights(folder, "rwx------"));
        }
    }

    /**
     * Makes a file and opens it for writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    static WritableByteChannel createFile(Path file) throws IOException {
        return Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(file, "rw-------"));
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
