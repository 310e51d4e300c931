package io.github.clinicaldata.operations.nativeimage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** The classes of a package, as the jar that one of them comes from has them. */
final class PackageClasses {
    private static final String END = ".class";

    private PackageClasses() {}

    /**
     * The names of all classes in the package of a class and in the packages below it, nested
     * classes included, in the order of their names.
     *
     * @param one a class that comes from a jar
     */
    static List<String> of(Class<?> one) throws IOException, URISyntaxException {
        String folder = one.getPackageName().replace('.', '/') + "/";
        Path path = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
