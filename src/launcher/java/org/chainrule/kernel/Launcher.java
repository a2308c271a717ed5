package org.chainrule.kernel;

import java.io.File;
import java.lang.reflect.InvocationTargetException;

/**
 * Where {@code java -jar chainrule-kernel.jar} begins. Written for Java 8, so that an old Java can still say that it is
 * too old; everything else needs Java 17 and is therefore called by name.
 */
public final class Launcher {
    private static final int OLDEST_JAVA = 17;

    private Launcher() {}

    /**
     * Runs the kernel if the only argument is a file, Jupyter's connection file, and the command line otherwise.
     *
     * @param args a connection file, or the command line's words
     * @throws Throwable whatever the kernel or the command line throws
     */
    public static void main(String[] args) throws Throwable {
        String problem = problem(System.getProperty("java.specification.version"), hasJShell());
        if (problem != null) {
            System.err.println(problem + " This one is " + System.getProperty("java.home") + ".");
            System.exit(1);
        }
        boolean connection = args.length == 1 && new File(args[0]).isFile();
        call(connection ? "org.chainrule.kernel.ChainruleKernel" : "org.chainrule.kernel.KernelCommand", args);
    }

    /**
     * What keeps the kernel from running on a Java, in one line.
     *
     * @param version its specification version, such as {@code 1.8} or {@code 17}
     * @param jshell whether it has the module jdk.jshell
     * @return the sentence, or null if nothing is wrong
     */
    static String problem(String version, boolean jshell) {
        if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST_JAVA) {
            return "Chainrule needs Java " + OLDEST_JAVA + " or newer, but got Java " + version
                    + ": start it with the java of a newer JDK.";
        }
        return jshell
                ? null
                : "Chainrule needs a JDK, but this Java has no module jdk.jshell (it is a JRE): install a JDK "
                        + OLDEST_JAVA + " or newer.";
    }

    private static boolean hasJShell() {
        try {
            Class.forName("jdk.jshell.JShell");
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static void call(String className, String[] args) throws Throwable {
        try {
            Class.forName(className).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
