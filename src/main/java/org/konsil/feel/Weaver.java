package org.konsil.feel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Puts the bounds into the classes of FEEL, and defines them before anybody has loaded them. */
final class Weaver {

    private static final String ROOT = "org/camunda/feel/";
    private static final String INTERPRETER = ROOT + "impl/interpreter/";
    private static final String VALUES = ROOT + "syntaxtree/";
    private static final String FUNCTIONS = ROOT + "impl/builtin/";

    /** For each package a class that is not woven: what is woven is defined beside it. */
    private static final Map<String, String> NEIGHBOURS = Map.of(
            ROOT, ROOT + "FeelEngineClock",
            VALUES, VALUES + "ZonedTime",
            INTERPRETER, INTERPRETER + "JavaClassMapper",
            FUNCTIONS, FUNCTIONS + "BuiltinFunction");

    private static final List<String> FUNCTION_CLASSES = List.of("List", "Context", "String", "Numeric", "Conversion");

    private final ClassLoader loader;
    private final Map<String, MethodHandles.Lookup> lookups = new HashMap<>();

    Weaver(ClassLoader loader) {
        this.loader = loader;
    }

    void weave() {
        try {
            for (var name : names()) {
                define(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of FEEL cannot be read", e);
        } catch (LinkageError e) {
            throw new IllegalStateException("FEEL was loaded before its bounds were put in force", e);
        }
    }

    private List<String> names() throws IOException {
        var names = new ArrayList<>(List.of(
                VALUES + "ValList",
                VALUES + "ValContext",
                INTERPRETER + "ValComparator",
                INTERPRETER + "FeelInterpreter",
                ROOT + "FeelEngine"));
        var files = new PathMatchingResourcePatternResolver(loader).getResources("classpath*:" + FUNCTIONS + "*.class");
        for (var file : files) {
            var name = String.valueOf(file.getFilename()).replaceFirst("\\.class$", "");
            if (FUNCTION_CLASSES.stream().anyMatch(kind -> name.startsWith(kind + "BuiltinFunctions"))) {
                names.add(FUNCTIONS + name);
            }
        }
        return names;
    }

    private void define(String name) throws IOException {
        try (var file = loader.getResourceAsStream(name + ".class")) {
            if (file == null) {
                throw new IllegalStateException(
                        "FEEL has no class " + name + "; its bounds were made for another version");
            }
            var read = new ClassReader(file);
            var writer = new ClassWriter(read, ClassWriter.COMPUTE_MAXS);
            read.accept(new WovenClass(writer, name), 0);
            beside(name).defineClass(writer.toByteArray());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The bounds of FEEL cannot be put in force", e);
        }
    }

    private MethodHandles.Lookup beside(String name) {
        var place = name.substring(0, name.lastIndexOf('/') + 1);
        return lookups.computeIfAbsent(place, any -> {
            try {
                var neighbour =
                        Class.forName(String.valueOf(NEIGHBOURS.get(place)).replace('/', '.'), false, loader);
                return MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The bounds of FEEL cannot be put in force", e);
            }
        });
    }
}
