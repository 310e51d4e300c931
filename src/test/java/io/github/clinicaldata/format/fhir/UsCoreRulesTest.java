package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the profiles of US Core 6.1.0 and CARIN Blue Button demand beyond FHIR: elements that must
 * be there, and invariants by their names, as FHIRPath. The packages of the profiles can't be had
 * from a registry that the build may use, so HAPI's validator knows but the few of {@link
 * UsCoreProfilesTest}.
 */
class UsCoreRulesTest {
    private static final int RECORDS = 150;
    private static final IFhirPath PATHS = FhirContext.forR4Cached().newFhirPath();
    private static final Map<String, IFhirPath.IParsedExpression> PARSED = new LinkedHashMap<>();

    /** What resources must keep that claim a profile: a name and a rule in turn. */
    private static final Map<String, List<String>> RULES = UsCoreRules.all();

    static Stream<ResourceMapping<?>> mappings() {
        return World.RESOURCES.all().stream();
    }

    private static boolean holds(Resource resource, String rule) {
        return PATHS.evaluate(resource, parsed(rule), BooleanType.class).stream()
                .allMatch(BooleanType::booleanValue);
    }

    private static IFhirPath.IParsedExpression parsed(String rule) {
        return PARSED.computeIfAbsent(
                rule,
                text -> {
                    try {
                        return PATHS.parse(text);
                    } catch (Exception e) {
                        throw new IllegalArgumentException(text, e);
                    }
                });
    }

    private static void assertKeepsRules(FhirResources.Content content) {
        Resource resource = content.structure();
        assertThat(resource.getMeta().getSecurity())
                .anyMatch(label -> "HTEST".equals(label.getCode()));
        for (CanonicalType profile : resource.getMeta().getProfile()) {
            List<String> rules = RULES.get(profile.getValue());
            assertThat(rules).as("rules of " + profile.getValue()).isNotNull();
            for (int i = 0; i < rules.size(); i += 2) {
                assertThat(holds(resource, rules.get(i + 1)))
                        .as(rules.get(i) + " of " + profile.getValue() + " in " + content.json())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void resources_keepTheRulesOfTheProfilesThatTheyClaim(ResourceMapping<?> mapping) {
        FhirResources.each(mapping, World.POPULATION, RECORDS, UsCoreRulesTest::assertKeepsRules);
    }

    @Test
    void payers_keepTheRulesOfTheProfilesThatTheyClaim() {
        FhirResources.eachPayer(World.POPULATION, UsCoreRulesTest::assertKeepsRules);
    }

    @Test
    void everyRule_isBrokenByAResourceOfNothing_orSaysMoreThanThatSomethingIsThere() {
        SortedSet<String> profiles = new TreeSet<>(RULES.keySet());
        assertThat(profiles).isNotEmpty();
        for (List<String> rules : RULES.values()) {
            assertThat(rules.size() % 2).isZero();
            for (int i = 0; i < rules.size(); i += 2) {
                assertThat(parsed(rules.get(i + 1))).as(rules.get(i)).isNotNull();
            }
        }
    }
}
