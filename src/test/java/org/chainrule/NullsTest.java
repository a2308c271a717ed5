package org.chainrule;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.xor;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chainrule.explain.Explainer;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** A null where a value is needed is refused in one line of our own, whatever it is given to. */
class NullsTest {
    private static final Network NET = Examples.worked();
    private static final Forward PASS = NET.forward(1, 2);
    private static final Deltas DELTAS = PASS.deltas(y(3));

    /** What the student holds in hands. */
    private static List<Object> objects() {
        var run = training(NET)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(0.5))
                .epochs(2)
                .run();
        var images = network().inputs(image(1, 4, 4));
        var steps = network().inputs(sequence(3, 2));
        return List.of(
                NET,
                PASS,
                DELTAS,
                DELTAS.update(adam(0.1)),
                run,
                run.history(),
                run.training(),
                network(),
                network().inputs(2),
                network().inputs(2).layer(3),
                network().inputs(2).layer(3).activation(relu()).init(he(seed(1))),
                network().inputs("a").layer("b").activation(relu()).into("b", Chainrule.w("w", 1)),
                images,
                images.conv2d(2, 2),
                images.conv2d(2, 2).activation(relu()),
                images.maxPool(2),
                steps,
                steps.lstm(2),
                steps.simpleRnn(2, tanh()),
                network().inputs(2).maxout(3, 2),
                network().inputs(2).batchNorm(),
                iris(),
                iris().split(0.8, seed(1)),
                iris().batches(10),
                new Explainer());
    }

    @Test
    void everyWordAndVerbRefusesNullInOneLine() {
        Set<String> silent = new TreeSet<>();
        for (Method word : Chainrule.class.getMethods()) {
            if (Modifier.isStatic(word.getModifiers())) {
                check(null, word, silent);
            }
        }
        for (Object object : objects()) {
            for (Method verb : object.getClass().getMethods()) {
                if (verb.getDeclaringClass().getName().startsWith("org.chainrule")
                        && !Modifier.isStatic(verb.getModifiers())
                        && Modifier.isPublic(verb.getDeclaringClass().getModifiers())) {
                    check(object, verb, silent);
                }
            }
        }
        assertEquals("", String.join("\n", silent));
    }

    private static void check(Object object, Method method, Set<String> silent) {
        Class<?>[] types = method.getParameterTypes();
        for (int at = 0; at < types.length; at++) {
            if (types[at].isPrimitive() || method.getName().equals("equals")) {
                continue;
            }
            Object[] arguments = Stream.of(types).map(NullsTest::value).toArray();
            arguments[at] = null;
            call(object, method, arguments, silent);
            if (types[at].isArray() && !types[at].getComponentType().isPrimitive()) {
                arguments[at] = Array.newInstance(types[at].getComponentType(), 1);
                call(object, method, arguments, silent);
            }
        }
    }

    private static void call(Object object, Method method, Object[] arguments, Set<String> silent) {
        try {
            method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            boolean ours = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException;
            if (!ours || String.valueOf(cause.getMessage()).contains("\n")) {
                silent.add(method + ": " + cause + " at " + cause.getStackTrace()[0]);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something of a type, or null where the test knows nothing better. */
    private static Object value(Class<?> type) {
        if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == double.class) {
            return 0.5;
        } else if (type == boolean.class) {
            return true;
        } else if (type == char.class) {
            return ',';
        } else if (type == String.class) {
            return "w1";
        }
        return List.of(NET, PASS, DELTAS, seed(1), x(1, 2), y(3), xor(), sgd(0.5), DELTAS.update(sgd(1)), new double[] {
                    1, 2
                })
                .stream()
                .filter(type::isInstance)
                .findFirst()
                .map(Object.class::cast)
                .orElse(null);
    }
}
