package io.github.clinicaldata.record.provider;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold within each of 400,000 providers and between them, and how the types are mixed.
 */
class ProviderRulesTest {
    private static final int COUNT = 400_000;
    private static final Pattern PRACTITIONER =
            Pattern.compile("[A-Z][a-z]+ [A-Z][A-Za-z' ]+ [A-Z][A-Za-z]*(-[A-Z]+)?");
    private static final Pattern ORGANIZATION =
            Pattern.compile("[A-Z][\\p{L}0-9.'&/-]*( [\\p{L}0-9.'&/-]+)+");
    private static final Findings FINDINGS = new Findings();
    private static final Tally TALLY = new Tally();
    private static final Map<String, NamedCsvRecord> TYPES = new TreeMap<>();
    private static final Map<String, NamedCsvRecord> PLACES = new TreeMap<>();
    private static final RecordReader<Provider> OTHERS =
            World.PROVIDERS.generator().open(World.POPULATION);
    private static long index;

    @BeforeAll
    static void readProviders() {
        TYPES.putAll(Tables.byKey("codes/provider-types.csv", row -> row.getField("type")));
        PLACES.putAll(Tables.byKey("codes/places.csv", row -> row.getField("zip")));
        Sweep.over(
                World.PROVIDERS,
                World.POPULATION,
                COUNT,
                provider -> {
                    place(provider);
                    type(provider);
                    name(provider);
                    organization(provider);
                    FINDINGS.expect(
                            "networks are of payers in the state",
                            Payers.standard().inState(provider.address().place().state()).stream()
                                    .map(payer -> payer.id())
                                    .toList()
                                    .containsAll(provider.networks()),
                            provider);
                    index++;
                });
    }

    private static void place(Provider provider) {
        Place place = provider.address().place();
        NamedCsvRecord row = PLACES.get(place.zip().toString());
        FINDINGS.expect(
                "city, state, ZIP code and county agree",
                row != null
                        && row.getField("city").equals(place.city().toString())
                        && row.getField("state").equals(place.state().code().toString())
                        && row.getField("county_fips").equals(place.countyFips().toString()),
                provider);
        if (index % ProviderTypes.BLOCK == 0 && index < 1 << 20) {
            TALLY.add("states", place.state().code());
        }
    }

    private static void type(Provider provider) {
        ProviderType type = provider.type();
        NamedCsvRecord row = TYPES.get(type.type().toString());
        FINDINGS.expect(
                "taxonomy and specialty are those of the type",
                row != null
                        && row.getField("taxonomy").equals(type.taxonomy().toString())
                        && row.getField("specialty").equals(type.specialty().toString())
                        && row.getField("primary_care").equals("" + type.primaryCare())
                        && row.getField("kind").equals("organization")
                                == (type.entityType() == EntityType.ORGANIZATION),
                provider);
        int slot = (int) (index % ProviderTypes.BLOCK);
        if (slot == 0) {
            TALLY.add("clinics", type.type());
        } else if (slot < ProviderTypes.ORGANIZATIONS) {
            TALLY.add("organizations", type.type());
        } else if (!type.primaryCare()) {
            TALLY.add("specialists", type.type());
        } else if (!type.type().toString().equals("pediatrics")) {
            TALLY.add("adult primary care", type.type());
        }
        if (provider.sex() != null) {
            TALLY.add("sex of " + type.type(), provider.sex());
        }
    }

    private static void name(Provider provider) {
        String name = provider.name().toString();
        if (provider.type().entityType() == EntityType.ORGANIZATION) {
            FINDINGS.expect(
                    "organizations have a name of several words and no personal one",
                    ORGANIZATION.matcher(name).matches()
                            && !name.contains("County County")
                            && provider.firstName() == null
                            && provider.lastName() == null
                            && provider.sex() == null,
                    provider);
        } else {
            FINDINGS.expect(
                    "practitioners are called by given name, surname and credential",
                    PRACTITIONER.matcher(name).matches()
                            && name.equals(
                                    provider.firstName()
                                            + " "
                                            + provider.lastName()
                                            + " "
                                            + provider.type().credential()),
                    provider);
        }
    }

    private static void organization(Provider provider) {
        Affiliation named = provider.organization();
        boolean practitioner = provider.type().entityType() == EntityType.INDIVIDUAL;
        FINDINGS.expect(
                "practitioners work for an organization, and only they",
                (named != null) == practitioner,
                provider);
        if (named == null) {
            return;
        }
        RecordId.Content content = named.id().content().orElseThrow();
        Provider employer = OTHERS.present(content.index());
        FINDINGS.expect(
                "the organization is a record of the same block",
                content.index() / ProviderTypes.BLOCK == index / ProviderTypes.BLOCK
                        && employer.type().entityType() == EntityType.ORGANIZATION
                        && employer.npi() == named.npi()
                        && employer.name().equals(named.name()),
                provider);
        boolean inGroup = employer.type().employs(provider.type());
        TALLY.add("employment", inGroup ? "of its field" : "of another field");
        FINDINGS.expect(
                "practitioners share address, telephone and tax id with their organization",
                employer.address().equals(provider.address())
                        && employer.telephone() == provider.telephone()
                        && employer.taxId() == provider.taxId(),
                provider);
    }

    @Test
    void organizations_employWhoWorksInTheirField_butWhereThereIsNoOther() {
        TALLY.assertNear("employment", Map.of("of its field", 1.0), 0.005);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networks are of payers in the state",
                "city, state, ZIP code and county agree",
                "taxonomy and specialty are those of the type",
                "organizations have a name of several words and no personal one",
                "practitioners are called by given name, surname and credential",
                "practitioners work for an organization, and only they",
                "the organization is a record of the same block",
                "practitioners share address, telephone and tax id with their organization"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(8);
    }

    @Test
    void types_followTheWeightsWithinTheirClass() {
        assertWeights("clinics", row -> isOrganization(row) && isPrimary(row));
        assertWeights("organizations", ProviderRulesTest::isOrganization);
        assertWeights("specialists", row -> !isOrganization(row) && !isPrimary(row));
        assertWeights(
                "adult primary care",
                row ->
                        !isOrganization(row)
                                && isPrimary(row)
                                && !row.getField("type").equals("pediatrics"));
    }

    private static void assertWeights(String group, Predicate<NamedCsvRecord> condition) {
        TALLY.assertDrawnFrom(
                group, Tables.weights("codes/provider-types.csv", condition, "type", "weight"));
    }

    private static boolean isOrganization(NamedCsvRecord row) {
        return row.getField("kind").equals("organization");
    }

    private static boolean isPrimary(NamedCsvRecord row) {
        return row.getField("primary_care").equals("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse_practitioner", "orthopedic_surgery", "pediatrics", "urology"})
    void womenAndMen_followTheShareOfTheType(String type) {
        double women =
                Double.parseDouble(
                        Objects.requireNonNull(TYPES.get(type)).getField("sex_female_share"));
        TALLY.assertDrawnFrom("sex of " + type, Map.of("FEMALE", women, "MALE", 1 - women));
    }

    /** Each place has a block of its own, so small states have a little more than their share. */
    @Test
    void practices_areWherePeopleAre() {
        TALLY.assertNear(
                "states",
                Tables.weights("codes/states.csv", any -> true, "state", "population_2020"),
                0.1);
    }
}
