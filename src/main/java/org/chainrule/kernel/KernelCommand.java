package org.chainrule.kernel;

import org.chainrule.kernel.install.InstallCommand;
import org.chainrule.kernel.install.UninstallCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the kernel's jar: what is not a connection file comes here. */
@Command(
        name = "java -jar chainrule-kernel.jar",
        description = "Chainrule, a Jupyter kernel for Java that shows how neural networks learn.",
        subcommands = {InstallCommand.class, UninstallCommand.class, Rehearsal.class},
        mixinStandardHelpOptions = true,
        versionProvider = KernelCommand.Version.class)
public final class KernelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONNECTION_FILE",
            description = "Starts the kernel; Jupyter does this itself.")
    private String connectionFile;

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param args its words
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new KernelCommand())
                .setParameterExceptionHandler((error, args) -> fail(error.getCommandLine(), error.getMessage()))
                .setExecutionExceptionHandler((error, command, parsed) -> fail(command, error.getMessage()));
    }

    @Override
    public void run() {
        if (connectionFile != null) {
            throw new IllegalArgumentException(
                    "chainrule-kernel got '" + connectionFile + "', but this is no connection file and no command."
                            + " Jupyter starts the kernel by itself once it is installed: see --help.");
        }
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int fail(CommandLine command, String message) {
        command.getErr().println(message);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = KernelCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "Chainrule " + (version == null ? "(unpacked)" : version),
                "Java " + Runtime.version() + " (" + System.getProperty("java.home") + ")"
            };
        }
    }
}
