package org.chainrule.kernel.install;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where the kernel is to be installed, the same for both commands. */
final class Target {
    @ArgGroup
    private Choice choice = new Choice();

    /** At most one of the two. */
    static final class Choice {
        @Option(names = "--user", description = "For this user, where every Jupyter of theirs looks (the default).")
        private boolean user;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "For the Python environment in DIR: into DIR/share/jupyter/kernels/chainrule.")
        private Path prefix;
    }

    KernelSpec kernelSpec() {
        return KernelSpec.in(
                choice.prefix != null
                        ? JupyterFolders.ofPrefix(choice.prefix)
                        : JupyterFolders.ofUser(
                                System.getProperty("os.name"),
                                System.getenv(),
                                Path.of(System.getProperty("user.home"))));
    }

    /** Whether nobody else is meant to use the kernel, as those of a shared Python environment are. */
    boolean isUsersOwn() {
        return choice.prefix == null;
    }

    /** What kept a command from its work, in one line. */
    static IllegalStateException failure(String command, Path folder, IOException cause) {
        String reason = cause.getMessage();
        if (cause instanceof AccessDeniedException denied) {
            reason = "no permission for " + denied.getFile();
        } else if (cause instanceof FileSystemException file && file.getReason() == null) {
            reason = "cannot make or use " + file.getFile();
        }
        return new IllegalStateException(command + " failed in " + folder + ": " + reason
                + ". Use --user, or --prefix with a folder of your own.");
    }
}
