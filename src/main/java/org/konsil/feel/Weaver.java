package org.konsil.feel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.JarURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

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
            var library = library();
            for (var name : names(library)) {
                define(name, library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of FEEL cannot be read", e);
        } catch (LinkageError e) {
            throw new IllegalStateException("FEEL was loaded before its bounds were put in force", e);
        }
    }

    /** Only this library is looked through: to ask all of them takes long. */
    private JarFile library() throws IOException {
        var known = loader.getResource(NEIGHBOURS.get(FUNCTIONS) + ".class");
        if (known == null || !(known.openConnection() instanceof JarURLConnection library)) {
            throw new IllegalStateException("FEEL does not lie in a library of its own; its bounds were made for one");
        }
        return library.getJarFile();
    }

    private static List<String> names(JarFile library) {
        var names = new ArrayList<>(List.of(
                VALUES + "ValList",
                VALUES + "ValContext",
                INTERPRETER + "ValComparator",
                INTERPRETER + "FeelInterpreter",
                ROOT + "FeelEngine"));
        library.stream()
                .map(ZipEntry::getName)
                .filter(Weaver::isFunctions)
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .forEach(names::add);
        return names;
    }

    private static boolean isFunctions(String file) {
        return file.endsWith(".class")
                && FUNCTION_CLASSES.stream().anyMatch(kind -> file.startsWith(FUNCTIONS + kind + "BuiltinFunctions"));
    }

    private void define(String name, JarFile library) throws IOException {
        var entry = library.getEntry(name + ".class");
        if (entry == null) {
            throw new IllegalStateException("FEEL has no class " + name + "; its bounds were made for another version");
        }
        try (var file = library.getInputStream(entry)) {
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
