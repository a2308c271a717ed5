package org.chainrule.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/** Cuts sample numbers into parts. */
final class Shares {
    private Shares() {}

    /** Cuts an order into parts of the given shares; the rest is the last part. */
    static List<int[]> cut(String call, int[] order, double... shares) {
        List<int[]> parts = new ArrayList<>();
        int start = 0;
        for (int size : sizes(order.length, shares)) {
            parts.add(Arrays.copyOfRange(order, start, start + size));
            start += size;
        }
        check(call, order.length, parts, shares);
        return parts;
    }

    /** Cuts the samples of each class on their own and mixes the classes again; the sizes of the parts are those of an uncut order. */
    static List<int[]> cutEachClass(String call, List<Integer> labels, Seed seed, double... shares) {
        RandomStream random = seed.stream();
        List<int[]> parts = new ArrayList<>(Collections.nCopies(shares.length + 1, new int[0]));
        int before = 0;
        for (int label : labels.stream().distinct().sorted().toList()) {
            int[] members = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i) == label)
                    .toArray();
            before += members.length;
            int[] order = pick(members, random.permutation(members.length));
            int start = 0;
            int[] sizes = owed(before, order.length, parts, shares);
            for (int part = 0; part < sizes.length; part++) {
                int end = start + sizes[part];
                parts.set(part, join(parts.get(part), Arrays.copyOfRange(order, start, end)));
                start = end;
            }
        }
        check(call, labels.size(), parts, shares);
        return parts.stream()
                .map(part -> pick(part, random.permutation(part.length)))
                .toList();
    }

    /** What each part gets of a class, to be as large as if all samples so far had been cut at once: so what is rounded does not add up. */
    private static int[] owed(int samples, int members, List<int[]> parts, double... shares) {
        int[] owed = sizes(samples, shares);
        Arrays.setAll(owed, part -> Math.max(0, owed[part] - parts.get(part).length));
        int tooMany = Arrays.stream(owed).sum() - members;
        for (int part = owed.length - 1; part >= 0; part--) {
            int later = Math.min(tooMany, owed[part]);
            owed[part] -= later;
            tooMany -= later;
        }
        return owed;
    }

    /** How many of so many samples are in each part. */
    private static int[] sizes(int samples, double... shares) {
        int[] sizes = new int[shares.length + 1];
        double share = 0;
        int start = 0;
        for (int part = 0; part < shares.length; part++) {
            share += shares[part];
            int end = (int) Math.min(samples, Math.max(start, Math.round(share * samples)));
            sizes[part] = end - start;
            start = end;
        }
        sizes[shares.length] = samples - start;
        return sizes;
    }

    private static int[] join(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    private static int[] pick(int[] from, int... places) {
        return Arrays.stream(places).map(place -> from[place]).toArray();
    }

    private static void check(String call, int samples, List<int[]> parts, double... shares) {
        boolean bad = Arrays.stream(shares).anyMatch(share -> !(share > 0 && share < 1));
        if (bad || parts.stream().anyMatch(part -> part.length == 0)) {
            throw new IllegalArgumentException(call + " got the shares " + Arrays.toString(shares) + " for " + samples
                    + " samples, but each part, also the rest, needs at least one sample; use shares such as 0.8.");
        }
    }
}
