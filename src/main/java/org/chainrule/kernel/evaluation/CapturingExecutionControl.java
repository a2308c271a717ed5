package org.chainrule.kernel.evaluation;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.chainrule.kernel.cell.SnippetClasses;
import org.chainrule.kernel.memory.Allocation;

/**
 * Runs snippets in this process, in threads that can really be stopped, and keeps what they return as objects, where the
 * JDK's control hands back their text only.
 */
public final class CapturingExecutionControl extends DirectExecutionControl implements ExecutionControlProvider {
    private final SnippetClasses classes = new SnippetClasses();
    private final Allocation allocation = new Allocation();
    private final StoppableCode code;
    private final Set<String> stopped = new HashSet<>();
    private Object value;

    /**
     * For one JShell.
     *
     * @param code runs what JShell compiles, so that it can be stopped
     */
    public CapturingExecutionControl(StoppableCode code) {
        this.code = code;
    }

    /** What the last snippet returned. */
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** Whether the code of a class was stopped, of which JShell says nothing. */
    boolean isStopped(String className) {
        return stopped.contains(className);
    }

    /** The classes that JShell has made of snippets so far. */
    SnippetClasses classes() {
        return classes;
    }

    @Override
    public void load(ClassBytecodes[] compiled)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        for (ClassBytecodes loaded : compiled) {
            classes.add(loaded.name(), loaded.bytecodes());
        }
        super.load(Stream.of(compiled)
                .map(loaded -> new ClassBytecodes(loaded.name(), CellWeaver.weave(loaded.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    Allocation allocation() {
        return allocation;
    }

    /** What a variable holds now. */
    Object read(String className, String variable) {
        try {
            return field(className, variable).get(null);
        } catch (ReflectiveOperationException nothingHeld) {
            return null;
        }
    }

    /** Frees what a variable holds, if no code can use it any more. */
    void forget(String className, String variable) {
        if (!classes.isCaptured(className, variable)) {
            clear(className, variable);
        }
    }

    /** Frees what a variable holds, whoever uses it. */
    void clear(String className, String variable) {
        try {
            Field field = field(className, variable);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException nothingHeld) {
            return; // a variable that never came to be
        }
    }

    /** Gives a variable the value that it had in another class, if that is still of its type. */
    boolean restore(String formerClass, String className, String variable) {
        try {
            Field former = field(formerClass, variable);
            Field field = field(className, variable);
            boolean same = former.getType() == field.getType();
            if (same) {
                field.set(null, former.get(null));
            }
            return same;
        } catch (ReflectiveOperationException nothingHeld) {
            return false;
        }
    }

    private Field field(String className, String variable) throws ReflectiveOperationException {
        Field field = findClass(className).getDeclaredField(variable);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        value = null;
        try {
            value = code.call(() -> {
                Thread.currentThread()
                        .setContextClassLoader(snippet.getDeclaringClass().getClassLoader());
                return allocation.measure(() -> snippet.invoke(null));
            });
        } catch (StoppedException interrupt) {
            stopped.add(snippet.getDeclaringClass().getName());
            throw interrupt;
        } catch (Throwable thrown) {
            throw new InvocationTargetException(thrown); // as the JDK's control expects it
        }
        return "";
    }

    @Override
    public void stop() {
        code.stop();
    }

    @Override
    public String name() {
        return "chainrule";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }
}
