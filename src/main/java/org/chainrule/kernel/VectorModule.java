package org.chainrule.kernel;

/**
 * The module that makes trainings several times faster. A Java that is told at its start to add it reads all of its modules anew
 * and starts later; so the kernel adds it while it runs, as Java itself adds the module of an agent. The jar's manifest opens the way.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Adds the module; a Java that does not have it trains in plain loops, which give the same numbers. */
    static void load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
        } catch (ReflectiveOperationException noModule) {
            return;
        }
    }
}
