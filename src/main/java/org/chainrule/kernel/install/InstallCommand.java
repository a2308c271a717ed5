package org.chainrule.kernel.install;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code install [--user | --prefix DIR]}: makes the kernel known to Jupyter. */
@Command(name = "install", description = "Makes the kernel known to Jupyter.", mixinStandardHelpOptions = true)
public final class InstallCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Override
    public void run() {
        KernelSpec kernel = target.kernelSpec();
        Path java = runningJava();
        try {
            kernel.write(java, runningJar());
            if (target.isUsersOwn()) {
                UserOnly.close(kernel.folder());
            }
        } catch (IOException e) {
            throw Target.failure("install", kernel.folder(), e);
        }
        spec.commandLine()
                .getOut()
                .println("Installed the kernel " + KernelSpec.NAME + " in " + kernel.folder() + ", run by " + java
                        + " (Java " + Runtime.version().feature() + ").");
    }

    private static Path runningJava() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    private static Path runningJar() {
        try {
            Path code = Path.of(InstallCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(code)) {
                return code;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(
                "install runs from the packed jar only: ./mvnw package, then java -jar target/chainrule-kernel.jar install.");
    }
}
