package org.chainrule.kernel.install;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uninstall [--user | --prefix DIR]}: takes away what {@code install} with the same option has written. */
@Command(
        name = "uninstall",
        description = "Takes away what install with the same option has written.",
        mixinStandardHelpOptions = true)
public final class UninstallCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Override
    public void run() {
        KernelSpec kernel = target.kernelSpec();
        if (!removed(kernel)) {
            throw new IllegalStateException("uninstall found no kernel in " + kernel.folder()
                    + ". Use the option with which it was installed, --user or --prefix.");
        }
        spec.commandLine().getOut().println("Removed the kernel " + KernelSpec.NAME + " from " + kernel.folder() + ".");
    }

    private static boolean removed(KernelSpec kernel) {
        try {
            return kernel.remove();
        } catch (IOException e) {
            throw Target.failure("uninstall", kernel.folder(), e);
        }
    }
}
