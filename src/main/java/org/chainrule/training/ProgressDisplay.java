package org.chainrule.training;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * A place where trainings show how far they are: the cell of a notebook, a terminal.
 *
 * <p>Notebook kernels are found as services ({@code META-INF/services}), so that a training need not know them. Where there is none
 * and no terminal either, a training stays silent.
 */
public interface ProgressDisplay {
    /**
     * A new line at this place.
     *
     * @return empty if this place is not there, as the notebook outside of a cell
     */
    Optional<ProgressLine> line();

    /**
     * A new line at the first place that is there.
     *
     * @return empty if there is none
     */
    static Optional<ProgressLine> find() {
        return ServiceLoader.load(ProgressDisplay.class, ProgressDisplay.class.getClassLoader()).stream()
                .flatMap(place -> line(place).stream())
                .findFirst()
                .or(TerminalLine::find);
    }

    /** A line of a kernel, of which nothing may be on the class path. */
    private static Optional<ProgressLine> line(ServiceLoader.Provider<ProgressDisplay> place) {
        try {
            return place.get().line();
        } catch (ServiceConfigurationError | LinkageError absent) {
            return Optional.empty();
        }
    }
}
