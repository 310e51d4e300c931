package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMethodsTest {
    private static final List<Method> METHODS = methods();

    /** The methods of the product's resources that answer requests. */
    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.clinicaldata")) {
            if (type.isAnnotatedWith(Path.class)) {
                Stream.of(type.reflect().getDeclaredMethods())
                        .filter(method -> !verbs(method).isEmpty())
                        .forEach(methods::add);
            }
        }
        return methods;
    }

    private static Set<String> verbs(Method method) {
        Set<String> verbs = new TreeSet<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        return verbs;
    }

    /** The methods of each path that a resource of the product declares. */
    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new TreeMap<>();
        for (Method method : METHODS) {
            declared.computeIfAbsent(
                            path(method.getDeclaringClass(), method), path -> new TreeSet<>())
                    .addAll(verbs(method));
        }
        declared.values().stream()
                .filter(methods -> methods.contains("GET"))
                .forEach(methods -> methods.add("HEAD"));
        return declared;
    }

    private static String path(Class<?> resource, Method method) {
        String base = resource.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return (own == null ? base : base + "/" + own.value()).replaceAll("/+", "/");
    }

    @Test
    void everyResource_isInTheTable_withTheMethodsThatItDeclares() {
        assertThat(declared())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        (path, methods) ->
                                assertThat(PathMethods.of(path))
                                        .as(path)
                                        .hasValueSatisfying(
                                                entry ->
                                                        assertThat(entry.methods().split(", "))
                                                                .containsExactlyInAnyOrderElementsOf(
                                                                        methods)));
    }

    @Test
    void mediaTypesThatAResourceDeclares_areThoseOfTheTable() {
        Map<String, Set<String>> taken = new TreeMap<>();
        Map<String, Set<String>> offered = new TreeMap<>();
        for (Method method : METHODS) {
            String path = path(method.getDeclaringClass(), method);
            Consumes consumes = method.getAnnotation(Consumes.class);
            if (consumes != null && !List.of(consumes.value()).contains(MediaType.WILDCARD)) {
                taken.put(path, Set.of(consumes.value()));
            }
            Produces produces = method.getAnnotation(Produces.class);
            if (produces != null) {
                offered.put(path, Set.of(produces.value()));
            }
        }
        Map<String, Set<String>> takenByTable = new TreeMap<>();
        Map<String, Set<String>> offeredByTable = new TreeMap<>();
        for (PathMethods.Entry entry : PathMethods.all()) {
            PathMediaTypes types = entry.mediaTypes();
            if (!types.taken().isEmpty()) {
                takenByTable.put(entry.path(), Set.copyOf(types.taken()));
            }
            if (types.offered() != null) {
                offeredByTable.put(entry.path(), Set.of(types.offered()));
            }
        }

        assertThat(takenByTable).isEqualTo(taken).hasSizeGreaterThan(4);
        assertThat(offeredByTable).isEqualTo(offered).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/jobs, ''",
        "/api/v1/jobs/1, ''",
        "/api/v1/jobs;a=b/1/, ''",
        "/api/v1/members, members",
        "/api/v1/members;a=b/stream, members",
        "/api/v1/nothing/1/claims, nothing"
    })
    void kind_isToldOfPathsThatAreOfOne(String path, String kind) {
        assertThat(PathMethods.of(path).orElseThrow().kind(path).orElse("")).isEqualTo(kind);
    }

    @Test
    void otherPaths_areNotInTheTable() {
        assertThat(PathMethods.of("/")).isEmpty();
        assertThat(PathMethods.of("/fhir/Patient")).isEmpty();
        assertThat(PathMethods.of("/api/v1/members/1/claims/2")).isEmpty();
    }
}
