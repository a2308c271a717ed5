package org.chainrule.math;

/** Max pooling in plain loops. */
final class PlainMaxPooling extends MaxPooling {
    PlainMaxPooling(Planes image) {
        super(image);
    }

    @Override
    public void into(double[] largest, int[] winners, int offset) {
        int to = offset;
        for (int plane = 0; plane < blocks.count(); plane++) {
            for (int row = 0; row < blocks.height(); row++) {
                int from = xStart + plane * image.area() + 2 * row * image.width();
                for (int column = 0; column < blocks.width(); column++) {
                    block(from + 2 * column, largest, winners, to);
                    to++;
                }
            }
        }
    }

    /** Without branches, which could not be predicted. */
    private void block(int first, double[] largest, int[] winners, int to) {
        int third = first + image.width();
        double x0 = x[first];
        double x1 = x[first + 1];
        double x2 = x[third];
        double x3 = x[third + 1];
        double upper = Math.max(x0, x1);
        double three = Math.max(upper, x2);
        int winner = x1 > x0 ? first + 1 : first;
        winner = x2 > upper ? third : winner;
        winners[to] = x3 > three ? third + 1 : winner;
        largest[to] = Math.max(three, x3);
    }
}
