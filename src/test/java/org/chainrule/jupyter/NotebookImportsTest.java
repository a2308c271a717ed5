package org.chainrule.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.chainrule.Chainrule;
import org.junit.jupiter.api.Test;

class NotebookImportsTest {
    @Test
    void noNameIsAmbiguous() throws Exception {
        Map<String, String> packageOf = new HashMap<>();
        for (String imported : packages()) {
            Set<String> names = publicTypes(imported);
            assertFalse(names.isEmpty(), imported);
            for (String name : names) {
                assertNull(
                        packageOf.put(name, imported), () -> name + " is in two imported packages, one is " + imported);
            }
        }
    }

    @Test
    void everyTypeInTheFacadeCanBeNamed() {
        Set<String> missing = new TreeSet<>();
        for (Method method : Chainrule.class.getMethods()) {
            Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
                    .map(type -> type.isArray() ? type.getComponentType() : type)
                    .filter(type -> type.getName().startsWith("org.chainrule."))
                    .map(Class::getPackageName)
                    .filter(name -> !packages().contains(name))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing, "NotebookImports must import these packages, too.");
    }

    private static List<String> packages() {
        return NotebookImports.all().stream()
                .filter(line -> !line.startsWith("import static "))
                .map(line -> line.replaceAll("import (.*)\\.\\*;", "$1"))
                .collect(Collectors.toList());
    }

    private static Set<String> publicTypes(String packageName) throws IOException, ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            for (StandardLocation location :
                    List.of(StandardLocation.PLATFORM_CLASS_PATH, StandardLocation.CLASS_PATH)) {
                for (JavaFileObject file :
                        files.list(location, packageName, EnumSet.of(JavaFileObject.Kind.CLASS), false)) {
                    String name = file.getName().replaceAll(".*[/\\\\]|\\.class.*", "");
                    if (!name.contains("$") && !name.contains("-") && isPublic(packageName + "." + name)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private static boolean isPublic(String name) throws ClassNotFoundException {
        ClassLoader loader = NotebookImportsTest.class.getClassLoader();
        return Modifier.isPublic(Class.forName(name, false, loader).getModifiers());
    }
}
