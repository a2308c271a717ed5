package org.chainrule.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/** Cuts sample numbers into parts. */
final class Shares {
    private Shares() {}

    /** Cuts an order into parts of the given shares; the rest is the last part. */
    static List<int[]> cut(String call, int[] order, double... shares) {
        List<int[]> parts = cutAnySize(0, order, shares);
        check(call, order.length, parts, shares);
        return parts;
    }

    /** Cuts the samples of each class on their own and mixes the classes again; the sizes of the parts are those of an uncut order. */
    static List<int[]> cutEachClass(String call, List<Integer> labels, Seed seed, double... shares) {
        RandomStream random = seed.stream();
        List<int[]> parts = new ArrayList<>();
        int before = 0;
        for (int label : labels.stream().distinct().sorted().toList()) {
            int[] members = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i) == label)
                    .toArray();
            List<int[]> more = cutAnySize(before, pick(members, random.permutation(members.length)), shares);
            for (int part = 0; part < more.size(); part++) {
                int[] known = part < parts.size() ? parts.remove(part) : new int[0];
                parts.add(
                        part,
                        IntStream.concat(Arrays.stream(known), Arrays.stream(more.get(part)))
                                .toArray());
            }
            before += members.length;
        }
        check(call, labels.size(), parts, shares);
        return parts.stream()
                .map(part -> pick(part, random.permutation(part.length)))
                .toList();
    }

    /** Where the samples before were cut in the same way, so that what is rounded up in one class is rounded down in another. */
    private static List<int[]> cutAnySize(int before, int[] order, double... shares) {
        List<int[]> parts = new ArrayList<>();
        double share = 0;
        int start = 0;
        for (double each : shares) {
            share += each;
            long cut = Math.round(share * (before + order.length)) - Math.round(share * before);
            int end = (int) Math.min(order.length, Math.max(start, cut));
            parts.add(Arrays.copyOfRange(order, start, end));
            start = end;
        }
        parts.add(Arrays.copyOfRange(order, start, order.length));
        return parts;
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
