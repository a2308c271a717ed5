package org.chainrule.parameter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names of units or parameters in order: given ones, or generated when asked for, so that a large layer stores none.
 */
public final class Names {
    private static final int NOT_FOUND = -1;

    private final int size;
    private final boolean generated;
    private final IntFunction<String> name;
    private final ToIntFunction<String> index;
    private final List<Grid> grids;

    private Names(int size, List<Grid> grids, IntFunction<String> name, ToIntFunction<String> index) {
        this(size, true, grids, name, index);
    }

    private Names(
            int size, boolean generated, List<Grid> grids, IntFunction<String> name, ToIntFunction<String> index) {
        this.size = size;
        this.generated = generated;
        this.grids = List.copyOf(grids);
        this.name = name;
        this.index = index;
    }

    /**
     * A rule that makes names: a prefix and one number from 1 per axis, the last axis running fastest.
     *
     * @param prefix such as {@code w1_}
     * @param sizes how many numbers each axis has
     */
    public record Grid(String prefix, List<Integer> sizes) {
        public Grid {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * The given names.
     *
     * @param names in order
     * @return the names
     */
    public static Names of(List<String> names) {
        List<String> copy = List.copyOf(names);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < copy.size(); i++) {
            places.putIfAbsent(copy.get(i), i);
        }
        return new Names(copy.size(), false, List.of(), copy::get, name -> places.getOrDefault(name, NOT_FOUND));
    }

    /**
     * Names made by any rule from their index; {@link #indexOf} tries them one by one.
     *
     * @param size how many
     * @param rule index from 0 to name
     * @return the names
     */
    public static Names generated(int size, IntFunction<String> rule) {
        return new Names(
                size,
                List.of(),
                rule,
                name -> IntStream.range(0, size)
                        .filter(i -> rule.apply(i).equals(name))
                        .findFirst()
                        .orElse(NOT_FOUND));
    }

    /**
     * A prefix and a number from 1: {@code x1, x2, …}.
     *
     * @param prefix such as {@code x}
     * @param size how many
     * @return the names
     */
    public static Names numbered(String prefix, int size) {
        Grid grid = new Grid(prefix, List.of(size));
        return new Names(size, List.of(grid), i -> prefix + (i + 1), name -> numberAfter(prefix, name) - 1);
    }

    /**
     * A prefix and one number from 1 per axis, the last axis running fastest: {@code w1_1_1, w1_1_2, …}.
     *
     * @param prefix such as {@code w1_}
     * @param sizes how many numbers each axis has
     * @return the names
     */
    public static Names grid(String prefix, int... sizes) {
        int[] axes = sizes.clone();
        int size = IntStream.of(axes).reduce(1, (a, b) -> a * b);
        Grid grid = new Grid(prefix, IntStream.of(axes).boxed().toList());
        return new Names(size, List.of(grid), i -> prefix + placeOf(i, axes), name -> indexAt(prefix, name, axes));
    }

    /**
     * Names after each other: the first list, then the second, and so on.
     *
     * @param parts generated names
     * @return the names
     */
    public static Names joined(List<Names> parts) {
        List<Names> all = List.copyOf(parts);
        int size = all.stream().mapToInt(Names::size).sum();
        List<Grid> grids = all.stream().flatMap(part -> part.grids.stream()).toList();
        return new Names(size, grids, i -> getFrom(all, i), name -> indexIn(all, name));
    }

    private static String getFrom(List<Names> parts, int index) {
        int place = index;
        for (Names part : parts) {
            if (place < part.size()) {
                return part.get(place);
            }
            place -= part.size();
        }
        throw new IndexOutOfBoundsException("name " + index);
    }

    private static int indexIn(List<Names> parts, String name) {
        int start = 0;
        for (Names part : parts) {
            int index = part.indexOf(name);
            if (index != NOT_FOUND) {
                return start + index;
            }
            start += part.size();
        }
        return NOT_FOUND;
    }

    /** The numbers of an index, from 1, such as {@code 2_1_3}. */
    private static String placeOf(int index, int[] sizes) {
        StringBuilder place = new StringBuilder();
        int rest = index;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            place.insert(0, rest % sizes[axis] + 1).insert(0, '_');
            rest /= sizes[axis];
        }
        return place.substring(1);
    }

    private static int indexAt(String prefix, String name, int[] sizes) {
        String[] places =
                name.startsWith(prefix) ? name.substring(prefix.length()).split("_") : new String[0];
        if (places.length != sizes.length) {
            return NOT_FOUND;
        }
        int index = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            index = index * sizes[axis] + numberAfter("", places[axis]) - 1;
        }
        return index;
    }

    /** The number that follows a prefix, or 0. */
    private static int numberAfter(String prefix, String name) {
        String digits = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
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
     * The rules of generated names, one behind the other.
     *
     * @return empty for names that somebody chose
     */
    public List<Grid> grids() {
        return grids;
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
        int found = index.applyAsInt(wanted);
        return found >= 0 && found < size && get(found).equals(wanted) ? found : NOT_FOUND;
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
