package org.chainrule.optimizer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.chainrule.formula.Numbers;
import org.chainrule.schedule.Plateau;
import org.chainrule.schedule.Schedule;

/**
 * What an optimizer remembers: how many steps it has done, and named vectors such as m and v. Immutable.
 *
 * <p>Example: {@code deltas.update(adam(0.1)).state().at("m", 0)} is a tenth of the first gradient.
 */
public final class OptimizerState {
    private final long steps;
    private final Plateau plateau;
    private final Map<String, double[]> vectors;

    /**
     * A state as it was kept somewhere.
     *
     * @param steps how many steps were done, at least 0
     * @param plateau what the schedule has heard of the losses
     * @param vectors by name, in the order of the optimizer's slots; copied
     */
    public OptimizerState(long steps, Plateau plateau, Map<String, double[]> vectors) {
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "The state of an optimizer got " + steps + " steps, but it needs a count of at least 0.");
        }
        this.steps = steps;
        this.plateau = plateau;
        this.vectors = copy(vectors);
    }

    static OptimizerState initial(List<Slot> slots, int parameters) {
        Map<String, double[]> vectors = new LinkedHashMap<>();
        for (Slot slot : slots) {
            double[] vector = new double[slot.scalar() ? 1 : parameters];
            Arrays.fill(vector, slot.initial());
            vectors.put(slot.name(), vector);
        }
        return new OptimizerState(0, Plateau.NONE, vectors);
    }

    /**
     * How many steps were done.
     *
     * @return 0 before the first
     */
    public long steps() {
        return steps;
    }

    /**
     * What the schedule has heard of the losses.
     *
     * @return {@link Plateau#NONE} unless the schedule listens
     */
    public Plateau plateau() {
        return plateau;
    }

    /**
     * The names of the vectors.
     *
     * @return in the order of the optimizer's slots
     */
    public List<String> names() {
        return List.copyOf(vectors.keySet());
    }

    /**
     * A vector.
     *
     * @param name one of {@link #names}
     * @return a copy, one number per parameter
     * @throws IllegalArgumentException if there is no vector of that name
     */
    public double[] vector(String name) {
        return found(name).clone();
    }

    /**
     * One number of a vector.
     *
     * @param name one of {@link #names}
     * @param parameter its index
     * @return the number
     * @throws IllegalArgumentException if there is no vector of that name
     */
    public double at(String name, int parameter) {
        return found(name)[parameter];
    }

    private double[] found(String name) {
        double[] vector = vectors.get(name);
        if (vector == null) {
            throw new IllegalArgumentException(
                    "There is no " + name + " in the state; it keeps " + vectors.keySet() + ".");
        }
        return vector;
    }

    /**
     * The learning rate of the step that comes next.
     *
     * @param schedule the optimizer's
     * @return α
     */
    public double nextRate(Schedule schedule) {
        return schedule.at(steps, plateau);
    }

    /**
     * A mutable copy for a loop that is to allocate nothing.
     *
     * @param optimizer whose state this has to be
     * @param parameters how many there are
     * @return the copy
     * @throws IllegalArgumentException if the state belongs to another optimizer or another network
     */
    public WorkingState working(Optimizer optimizer, int parameters) {
        Map<String, double[]> needed = optimizer.initialState(parameters).vectors;
        if (!lengths(needed).equals(lengths(vectors))) {
            throw new IllegalArgumentException("update() got a state with " + describe(vectors) + ", but "
                    + optimizer.name() + " needs " + describe(needed)
                    + "; start without a state, or pass the state of the step before.");
        }
        return new WorkingState(this, copy(vectors));
    }

    private static Map<String, Integer> lengths(Map<String, double[]> vectors) {
        return vectors.entrySet().stream().collect(Collectors.toMap(Entry::getKey, entry -> entry.getValue().length));
    }

    private static String describe(Map<String, double[]> vectors) {
        return vectors.isEmpty()
                ? "no vectors"
                : vectors.entrySet().stream()
                        .map(entry -> entry.getKey() + " of " + entry.getValue().length + " values")
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, double[]> copy(Map<String, double[]> vectors) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        vectors.forEach((name, vector) -> copy.put(name, vector.clone()));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptimizerState that
                && steps == that.steps
                && plateau.equals(that.plateau)
                && names().equals(that.names())
                && Arrays.deepEquals(arrays(), that.arrays());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(steps) + 31 * Arrays.deepHashCode(arrays());
    }

    private Object[] arrays() {
        return vectors.values().toArray();
    }

    /** Steps and first values: {@code OptimizerState after 2 steps, m [0.100000, −0.020000], v …}. */
    @Override
    public String toString() {
        String text = "OptimizerState after " + steps + (steps == 1 ? " step" : " steps");
        for (Entry<String, double[]> entry : vectors.entrySet()) {
            String more = entry.getValue().length > 6 ? ", …]" : "]";
            text += Arrays.stream(entry.getValue())
                    .limit(6)
                    .mapToObj(Numbers::computed)
                    .collect(Collectors.joining(", ", ", " + entry.getKey() + " [", more));
        }
        return text;
    }
}
