package org.chainrule.parameter;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names of units or parameters in order: given ones, or generated when asked for, so that a large layer stores none.
 */
public final class Names {
    private final int size;
    private final boolean generated;
    private final IntFunction<String> name;

    private Names(int size, boolean generated, IntFunction<String> name) {
        this.size = size;
        this.generated = generated;
        this.name = name;
    }

    /**
     * The given names.
     *
     * @param names in order
     * @return the names
     */
    public static Names of(List<String> names) {
        List<String> copy = List.copyOf(names);
        return new Names(copy.size(), false, copy::get);
    }

    /**
     * Names made by a rule from their index.
     *
     * @param size how many
     * @param rule index from 0 to name
     * @return the names
     */
    public static Names generated(int size, IntFunction<String> rule) {
        return new Names(size, true, rule);
    }

    /**
     * How many names there are.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Whether a rule made these names.
     *
     * @return false for names that somebody chose
     */
    public boolean isGenerated() {
        return generated;
    }

    /**
     * The name at an index.
     *
     * @param index from 0
     * @return the name
     */
    public String get(int index) {
        return name.apply(index);
    }

    /**
     * Where a name is.
     *
     * @param wanted a name
     * @return its index, or −1
     */
    public int indexOf(String wanted) {
        return IntStream.range(0, size)
                .filter(i -> name.apply(i).equals(wanted))
                .findFirst()
                .orElse(-1);
    }

    /**
     * All names.
     *
     * @return a list in order
     */
    public List<String> toList() {
        return IntStream.range(0, size).mapToObj(name).toList();
    }

    /** The first names, enough to recognise the list: {@code [x1, x2]} or {@code [h1, h2, … 128 in all]}. */
    @Override
    public String toString() {
        int shown = size <= 8 ? size : 3;
        String more = shown < size ? ", … " + size + " in all]" : "]";
        return IntStream.range(0, shown).mapToObj(name).collect(Collectors.joining(", ", "[", more));
    }
}
