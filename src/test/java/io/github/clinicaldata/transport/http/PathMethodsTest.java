package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMethodsTest {
    /** The methods of each path that a resource of the product declares. */
    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new TreeMap<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.clinicaldata")) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb =
                                annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            declared.computeIfAbsent(
                                            path(resource, method), path -> new TreeSet<>())
                                    .add(verb.value());
                        }
                    }
                }
            }
        }
        declared.values().stream()
                .filter(methods -> methods.contains("GET"))
                .forEach(methods -> methods.add("HEAD"));
        return declared;
    }

    private static String path(Class<?> resource, Method method) {
        String base = resource.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return (own == null ? base : base + "/" + own.value()).replace("//", "/");
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
