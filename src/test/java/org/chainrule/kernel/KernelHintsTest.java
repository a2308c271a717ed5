package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the kernel says of the mistakes that beginners make most. */
class KernelHintsTest extends RunningKernel {
    @BeforeAll
    static void network() {
        client.execute(
                "var net = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                        + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());\nvar pass = net.forward(1);");
    }

    private static void assertSaid(String hint, String code) {
        String first = client.execute(code).traceback().lines().findFirst().orElse("");
        assertTrue(first.endsWith("; " + hint), first);
    }

    private static void assertNotSaid(String hint, String code) {
        String said = client.execute(code).traceback();
        assertTrue(said.startsWith("cell "), said);
        assertFalse(said.contains(hint), said);
    }

    @Test
    void aNumberInPlaceOfATarget() {
        assertSaid("there are deltas(Target) and deltas(double[][]); did you mean y(3)?", "pass.deltas(3)");
        assertSaid("did you mean x(1)?", "training(net).sample(1, y(2))");
    }

    @Test
    void aCommaInPlaceOfAPoint() {
        assertSaid("a decimal number has a point: 0.5", "sgd(0,5)");
        assertSaid("a decimal number has a point: 0.5", "w(\"w1\", 0,5)");
        assertSaid("a decimal number has a point: 0.5", "double half = 0,5;");
    }

    @Test
    void aCommaBetweenValuesIsNoMistake() {
        String cell = "var run = training(net).sample(x(1,2), y(3)).optimizer(sgd(0.5)).epochs(3)\nrun";
        assertEquals(
                "cell N, line 1: ';' expected",
                client.execute(cell).traceback().lines().findFirst().orElse("").replaceFirst("cell \\d+", "cell N"));
        for (String call : List.of("net.forward{1,2}", "training(net).sample(1,2)", "net.forward((1,2))")) {
            String said = client.execute(call).traceback();
            assertFalse(said.contains("a decimal number has a point"), said);
        }
        assertSaid("values are separated by commas: (1, 2)", "net.forward(1 2)");
        assertSaid("values are separated by commas: (1, 2)", "net.forward(1;2)");
    }

    @Test
    void capitalsWhereNoneAreAndNoneWhereTheyAre() {
        assertSaid("did you mean sgd?", "SGD(0.5)");
        assertSaid("did you mean forward?", "net.Forward(1)");
        assertSaid("did you mean Math?", "math.sqrt(2)");
        assertSaid("did you mean sqrt?", "Math.Sqrt(2)");
        assertSaid("did you mean Math.sqrt?", "sqrt(2)");
        assertSaid("did you mean at(\"o\")?", "pass.o");
    }

    @Test
    void namesThatAreNearlyThere() {
        assertSaid("none of the cells that have run declares it", "deltas");
        assertSaid("none of the cells that have run declares it", "step.network()");
        assertSaid("did you mean System?", "Sytem.out.println(3)");
        assertSaid("did you mean true?", "boolean yes = True;");
        assertSaid("did you mean null?", "String nothing = None;");
        assertSaid("an array has a length without brackets: a.length", "double[] three = {1, 2, 3};\nthree.length()");
        assertSaid("did you mean size()?", "List.of(1, 2).length");
        assertSaid("did you mean length()?", "\"abc\".length");
        assertSaid("did you mean samples()?", "pass.samples");
        assertTrue(client.execute("new Network()").traceback().contains("; did you mean network(…)?"));
        assertSaid("did you mean seed(1)?", "he(1)");
    }

    @Test
    void whatOtherLibrariesCallOtherwise() {
        assertSaid("here this is net.forward(1, 2).prediction()", "net.predict(1)");
        assertSaid("here this is layerTable(net)", "net.summary()");
        assertSaid("here this is data.split(0.8, seed(1))", "train_test_split(net)");
        assertSaid("here this is fromCsv(\"file.csv\")", "pd.read_csv(\"file.csv\")");
        assertSaid("none of the cells that have run declares it", "step.newValue(\"w1\")");
        assertSaid("here may follow activation()", "network().inputs(\"a\").layer(3).relu()");
    }

    @Test
    void namesNoTypeWhereManyFit() {
        assertFalse(client.execute("table(1)").traceback().contains("come from"));
    }

    @Test
    void errorsOfChainruleAreOneLineAndTheCell() {
        String said = client.execute(
                        "Files.writeString(Path.of(\"target/no.json\"), \"no\");\nload(\"target/no.json\")")
                .traceback();
        assertTrue(
                said.startsWith("IllegalArgumentException: load() cannot read target/no.json: it is no JSON at"), said);
        assertEquals(2, said.lines().count(), said);
    }

    @Test
    void aChainThatASemicolonCuts() {
        String said = client.execute("var cut = network()\n    .inputs(\"x\");\n    .layer(1)")
                .traceback();
        assertTrue(
                said.contains("goes on with a . in the next line only where the line above has no ; at its end"), said);
        assertTrue(client.execute("net.forward(1)..deltas(y(3))").traceback().contains("line 1: "));
    }

    @Test
    void whereAVariableIs() {
        assertSaid("none of the cells that have run declares it", "neverDeclared");
        client.execute("class Counter { int n; }\nvar counter = new Counter();");
        client.execute("class Counter { long n; }");
        String lost = client.execute("counter.n").traceback();
        assertTrue(
                lost.contains(
                        "; it lost its value when what it is made of was declared anew; run again what sets it (cell "),
                lost);
        assertTrue(lost.contains(", line 2)"), lost);
    }

    @Test
    void aDivisionThatLosesItsFraction() {
        String said = client.execute("var slow = sgd(1/10);\nslow").stream("stdout");
        assertTrue(said.startsWith("Note: 1/10 is 0 (cell "), said);
        assertTrue(said.endsWith("line 1), whole numbers are divided without a fraction; 1.0/10 has one.\n"), said);
        assertEquals("", client.execute("1.0/2 + 1/2.0 + 4/2 + 2.0*1/2 + \"1/2\".length() // 1/2").stream("stdout"));
    }

    @Test
    void aListInBrackets() {
        String hint = "a list of numbers is new double[] {1, 2}, and many methods take the numbers alone";
        assertSaid(hint, "double[] d = [1,2];");
        assertSaid(hint, "net.forward([1,2])");
    }

    @Test
    void twoIndicesInOneBracket() {
        assertSaid("each index has brackets of its own: a[0][5]", "double[][] a = new double[1][6];\na[0,5]");
        assertSaid("each index has brackets of its own: double[2][3]", "var a = new double[2, 3];");
    }

    @Test
    void wordsInQuotesAndWithoutParentheses() {
        assertSaid("did you mean relu()?", "network().inputs(\"a\").layer(3).activation(\"relu\")");
        assertSaid("did you mean leakyRelu()?", "network().inputs(\"a\").layer(3).activation(\"leaky_relu\")");
        assertSaid("did you mean relu()?", "network().inputs(\"a\").layer(3).activation(relu)");
    }

    @Test
    void aMissingSemicolonBetweenTwoVariablesCostsNoValue() {
        String said =
                client.execute("int first = 1;\nint second = 2;\nfirst\nsecond").traceback();
        assertTrue(said.contains(", line 3: is a ; missing at the end of the line?\n    first\n    ^^^^^\n"), said);
        assertEquals("3", client.execute("first + second").result());
    }

    @Test
    void whatMayFollowInAChain() {
        assertSaid("here may follow activation()", "network().inputs(\"a\").layer(3).optimizer(sgd(0.1))");
    }

    @Test
    void whereValuesOfATypeComeFrom() {
        assertSaid(
                "values of Loss come from binaryCrossEntropy(), categoricalCrossEntropy(), halfSquaredError(), huber(),"
                        + " meanAbsoluteError(), meanSquaredError(), sparseCategoricalCrossEntropy()",
                "network().inputs(\"a\").layer(3).activation(relu()).init(he(seed(1))).loss(\"mse\")");
    }

    @Test
    void theMistakesOfBeginnersInJava() {
        assertSaid("is an import missing? import java.util.zip.ZipFile;", "ZipFile zip = null;");
        assertSaid("is a ; missing at the end of the line?", "nowhere\nnowhere");
        assertSaid("text stands in double quotes: \"…\"", "String s = 'abc';");
        assertSaid("declare it as a double, or cut the fraction off with (int)", "int i = 3.5;");
        assertSaid(
                "name its type in place of var, as in Function<Double, Double> f = x -> 2 * x", "var f = x -> 2 * x;");
    }

    @Test
    void textWithoutQuotesAndNumbersWithThem() {
        assertSaid("text stands in quotes: \"x1\"", "network().inputs(x1)");
        assertSaid("text stands in quotes: \"x2\"", "network().inputs(\"x1\", x2)");
        assertSaid("none of the cells that have run declares it", "save(notRun, \"file.json\")");
        assertSaid("none of the cells that have run declares it", "System.out.println(notRun)");
        assertSaid("text stands in quotes: \"w3\"", "explain(pass.deltas(y(3)), w3)");
        assertSaid("a number has no quotes: 1", "net.forward(\"1\")");
    }

    @Test
    void sealedTypes() {
        assertSaid("in a cell name them: sealed interface Shape permits Circle, Square { }", "sealed interface S {}");
        assertSaid(
                "Shape is org.chainrule.layer.Shape here; a sealed type of your own needs another name",
                "sealed interface Shape permits Circle {}\nrecord Circle() implements Shape {}");
    }

    @Test
    void exceptionsThatJavaDoesNotExplain() {
        String window = client.execute("new SwingWrapper<>(new XYChartBuilder().build()).displayChart()")
                .traceback();
        assertTrue(window.startsWith("HeadlessException: a notebook opens no windows; a chart"), window);
        String unchanged = client.execute("List.of(1, 2).add(3)").traceback();
        assertTrue(unchanged.startsWith("UnsupportedOperationException: what cannot be changed, such as"), unchanged);
        String own =
                client.execute("throw new UnsupportedOperationException();").traceback();
        assertTrue(own.startsWith("UnsupportedOperationException\n"), own);
    }

    @Test
    void whatIsNotClosed() {
        assertSaid("nothing closes the ( behind \"var late = pass.deltas\"", "var late = pass.deltas(y(3)");
        assertSaid(
                "nothing closes the { behind \"for (int i = 0; i < 3; i++)\"",
                "for (int i = 0; i < 3; i++) {\n  int a = (i);");
    }

    @Test
    void whatIsWrittenOtherwiseInOtherLanguages() {
        assertSaid("a power is Math.pow(x, 2)", "double y = 2**3;");
        assertSaid(
                "a list of numbers is new double[] {1, 2}, and many methods take the numbers alone",
                "net.forward([1, 2])");
        assertSaid(
                "a loop is for (int i = 0; i < 3; i++) { … } or for (var value : values) { … }",
                "for i in range(3):\n    print(i)");
        assertSaid("did you mean System.out.println(…)?", "print(3)");
        assertSaid("did you mean System?", "system.out.println(3)");
        assertSaid("= sets a value, == compares", "if (net = null) { }");
        assertSaid("a new variable is declared with var: var counted = …", "counted = 3;");
        assertSaid("did you mean Integer?", "ArrayList<int> list = new ArrayList<>();");
        assertSaid("a new variable is declared with var: var k = …", "const k = 3;");
        assertSaid("a new variable is declared with var: var k = …", "let k = 3;");
        assertSaid("a method names its types: double f(double x) { return …; }", "def f(x):\n    return x");
        assertSaid("a condition stands in parentheses: if (i == 3) { … }", "if net == null: print(3)");
        assertSaid("an import names a package and a class: import java.util.List;", "import numpy as np");
        assertSaid("a cell has no package, leave this line out", "package lesson;\nclass One {}");
        assertSaid("did you mean numbers.get(0)?", "var numbers = List.of(1, 2);\nnumbers[0]");
        assertSaid("did you mean word.charAt(0)?", "var word = \"ab\";\nword[0]");
        assertSaid(
                "nothing is done with this value; a method gives it back with return",
                "double sq(double x) { x * x; }");
        assertSaid("a loop counts with i++ or i += 1", "for (int i = 0; i < 3; i + 1) { }");
        assertSaid("each parameter has a type: double f(double x) { return …; }", "double f(x) { return 2 * x; }");
        assertSaid("a comment begins with //", "# what follows");
        assertSaid("a character stands in single quotes: 'a'", "char c = \"c\";");
        assertSaid("values are separated by commas: (1, 2), and texts are joined by +", "net.gradient(\"a\" \"b\")");
        assertSaid("declare it as a double, or cut the fraction off with (int)", "long l = 3.5;");
        assertSaid("declare it as a double, or write an f behind the number: 0.5f", "float f = 0.5;");
        assertSaid("from 2147483648 on a whole number is a long, with an L behind it", "10000000000");
    }

    @Test
    void everydayNamesAreNotThoseOfOtherLibraries() {
        assertSaid("here this is .layer(3).activation(relu()).init(he(seed(1)))", "network().inputs(\"a\").add(3)");
        assertSaid("here this is fromCsv(\"file.csv\")", "read_csv(\"file.csv\")");
        for (String call : List.of(
                "int[] ones = {1};\nones.add(3);",
                "Map<String, Integer> map = new HashMap<>();\nmap.add(\"a\", 1);",
                "add(2, 3)",
                "\"a\".transform()",
                "class Perceptron {}\nnew Perceptron().train(3)")) {
            assertNotSaid("here this is", call);
        }
    }

    @Test
    void logicInWords() {
        String hint = "and, or and not are written &&, || and !";
        assertSaid(hint, "if (1 > 2 and 3 > 2) { }");
        assertSaid(hint, "while (net == null or pass == null) { }");
        assertSaid(hint, "if (not true) { }");
        assertSaid(hint, "boolean both = 1 > 2 and 3 > 2;");
        assertNotSaid("commas", "if (net pass) { }");
        assertSaid("values are separated by commas: (1, 2)", "if (true) { net.forward(1 2); }");
    }

    @Test
    void aClassWithoutANameIsNoMethodWithoutTypes() {
        String said = client.execute(
                        "Runnable work = null;\nnew Thread(work) { public void run() { prinln(\"x\"); } }.start();")
                .traceback();
        assertTrue(said.contains("prinln(String); did you mean "), said);
        assertFalse(said.contains("each parameter has a type"), said);
    }

    @Test
    void theWordOfAnObjectIsNotThatOfAStudentsClass() {
        assertTrue(client.execute("new Adam()").traceback().contains("; did you mean adam(…)?"));
        assertNotSaid("did you mean image", "{ class Image { Image(int w) {} }\nnew Image(); }");
        assertNotSaid("did you mean seed", "{ abstract class Seed { }\nnew Seed(); }");
        assertNotSaid("did you mean adam", "Loss loss = new Adam(0.1);");
    }
}
