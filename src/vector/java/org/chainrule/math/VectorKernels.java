package org.chainrule.math;

import static org.chainrule.math.Exponentials.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on vectors, with the operations of {@link Exponentials} in their order. What is left over at the end of an array
 * goes through the plain kernels, which have the same bits.
 *
 * <p>The common part of e^x, the logistic function and tanh is written out in each: a vector that is passed to a method, or comes
 * back from one, ends up in memory whenever the JVM's compilers decide not to inline, and the sweep is four times slower.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Kernels plain = new PlainKernels();

    @Override
    public MatrixProduct product() {
        return new VectorProduct();
    }

    @Override
    public Convolution convolution(Planes image, Planes kernel) {
        boolean narrow = image.width() - kernel.width() + 1 < LANES;
        return narrow ? plain.convolution(image, kernel) : new VectorConvolution(image, kernel);
    }

    @Override
    public MaxPooling maxPooling(Planes image) {
        return image.width() / 2 < LANES ? plain.maxPooling(image) : new VectorMaxPooling(image);
    }

    @Override
    public void exp(double[] x, double[] result, int from, int to) {
        int i = from;
        int last = to - LANES;
        for (; i <= last; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector z = v.blend(EXP_END, v.compare(VectorOperators.GT, EXP_END));
            z = z.blend(-EXP_END, z.compare(VectorOperators.LT, -EXP_END));
            DoubleVector shifted = z.fma(LOG2_E, ROUND);
            DoubleVector whole = shifted.sub(ROUND);
            DoubleVector r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), z);
            r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_LOW), r);
            DoubleVector p = DoubleVector.broadcast(SPECIES, C13).fma(r, DoubleVector.broadcast(SPECIES, C12));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C2));
            DoubleVector power = r.mul(r).fma(p, r).add(1);
            LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
            LongVector half = n.lanewise(VectorOperators.ASHR, 1);
            LongVector other = n.sub(half);
            half = half.add(EXPONENT_BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            other = other.add(EXPONENT_BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            DoubleVector e = power.mul(half.reinterpretAsDoubles()).mul(other.reinterpretAsDoubles());
            e.intoArray(result, i);
        }
        plain.exp(x, result, i, to);
    }

    @Override
    public void sigmoid(double[] x, double[] result, int from, int to) {
        int i = from;
        int last = to - LANES;
        for (; i <= last; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector z = v.abs().neg();
            z = z.blend(-EXP_END, z.compare(VectorOperators.LT, -EXP_END));
            DoubleVector shifted = z.fma(LOG2_E, ROUND);
            DoubleVector whole = shifted.sub(ROUND);
            DoubleVector r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), z);
            r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_LOW), r);
            DoubleVector p = DoubleVector.broadcast(SPECIES, C13).fma(r, DoubleVector.broadcast(SPECIES, C12));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C2));
            DoubleVector power = r.mul(r).fma(p, r).add(1);
            LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
            LongVector half = n.lanewise(VectorOperators.ASHR, 1);
            LongVector other = n.sub(half);
            half = half.add(EXPONENT_BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            other = other.add(EXPONENT_BIAS).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            DoubleVector e = power.mul(half.reinterpretAsDoubles()).mul(other.reinterpretAsDoubles());
            DoubleVector positive = DoubleVector.broadcast(SPECIES, 1).div(e.add(1));
            positive.blend(e.mul(positive), v.compare(VectorOperators.LT, 0)).intoArray(result, i);
        }
        plain.sigmoid(x, result, i, to);
    }

    @Override
    public void tanh(double[] x, double[] result, int from, int to) {
        int i = from;
        int last = to - LANES;
        for (; i <= last; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector z = v.abs();
            z = z.blend(TANH_END, z.compare(VectorOperators.GT, TANH_END)).mul(2);
            DoubleVector shifted = z.fma(LOG2_E, ROUND);
            DoubleVector whole = shifted.sub(ROUND);
            DoubleVector r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), z);
            r = whole.fma(DoubleVector.broadcast(SPECIES, -LN2_LOW), r);
            DoubleVector p = DoubleVector.broadcast(SPECIES, C13).fma(r, DoubleVector.broadcast(SPECIES, C12));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C11));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C10));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C9));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C8));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C7));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C5));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C4));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C3));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, C2));
            LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
            DoubleVector scale = n.add(EXPONENT_BIAS)
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsDoubles();
            DoubleVector m = scale.fma(r.mul(r).fma(p, r), scale.sub(1));
            LongVector sign = v.reinterpretAsLongs().and(SIGN);
            DoubleVector size = m.div(m.add(2));
            size.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(result, i);
        }
        plain.tanh(x, result, i, to);
    }

    @Override
    public void relu(double[] x, double[] result, int from, int to) {
        int i = from;
        int last = to - LANES;
        for (; i <= last; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(result, i);
        }
        plain.relu(x, result, i, to);
    }

    @Override
    public void reluGradient(double[] x, double[] gradient, double[] result, int from, int to) {
        int i = from;
        int last = to - LANES;
        for (; i <= last; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector g = DoubleVector.fromArray(SPECIES, gradient, i);
            DoubleVector.zero(SPECIES)
                    .blend(g, v.compare(VectorOperators.GT, 0))
                    .intoArray(result, i);
        }
        plain.reluGradient(x, gradient, result, i, to);
    }
}
