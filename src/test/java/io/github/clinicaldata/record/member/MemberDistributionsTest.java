package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million members against the sources. What a household draws once (place, origin, language) is
 * counted once a household, by its first member; what each person draws is counted for each. Those
 * are independent draws, so chi-square tells. Ages depend on each other within a household and
 * sizes within a block, so there only the size of the deviation says something.
 */
class MemberDistributionsTest {
    private static final Tally TALLY = new Tally();
    private static final Findings FINDINGS = new Findings();
    private static final Map<String, NamedCsvRecord> PLACES = new TreeMap<>();
    private static long householdSize;

    @BeforeAll
    static void readAMillion() {
        PLACES.putAll(Tables.byKey("codes/places.csv", row -> row.getField("zip")));
        Sweep.over(World.MEMBERS, World.POPULATION, Sweep.MILLION, MemberDistributionsTest::look);
    }

    private static void look(Member member) {
        lookAtPlace(member);
        int age = Filters.years(member.birthDate(), World.EPOCH);
        TALLY.add("people", member.sex().code() + " " + Math.min(age, 99) / 5);
        int decade = member.birthDate().getYear() / 10 * 10;
        TALLY.add("given " + member.sex() + decade, member.firstName());
        if (member.ethnicity() == Ethnicity.HISPANIC) {
            TALLY.add("hispanic races", member.race().code());
        }
        if (member.memberNumber() % 100 == 1) {
            lookAtHousehold(member);
            householdSize = 0;
        }
        householdSize++;
    }

    private static void lookAtHousehold(Member head) {
        if (householdSize > 0) {
            TALLY.add("sizes", householdSize);
        }
        Origin origin =
                head.ethnicity() == Ethnicity.HISPANIC
                        ? Origin.HISPANIC
                        : Origin.values()[head.race().ordinal()];
        String state = head.address().place().state().code().toString();
        TALLY.add("states", state);
        TALLY.add("places of " + state, head.address().place().zip());
        TALLY.add("origins of " + state, origin.column());
        TALLY.add("languages of " + origin.column(), head.language());
        TALLY.add("surnames of " + origin.surnameColumn(), head.lastName());
    }

    private static void lookAtPlace(Member member) {
        Place place = member.address().place();
        NamedCsvRecord row = PLACES.get(place.zip().toString());
        FINDINGS.expect(
                "place",
                row != null
                        && row.getField("city").equals(place.city().toString())
                        && row.getField("state").equals(place.state().code().toString())
                        && row.getField("county").equals(place.county().toString())
                        && row.getField("county_fips").equals(place.countyFips().toString())
                        && row.getField("area_code").equals("" + member.telephone() / 10_000_000),
                member);
    }

    @Test
    void cityStateZipCountyAndAreaCode_agreeAsInTheTable() {
        FINDINGS.assertHolds("place");
    }

    @Test
    void agesBySex_areThePyramid() {
        Map<String, Double> pyramid = new LinkedHashMap<>();
        for (NamedCsvRecord row : Tables.rows("weights/age-pyramid.csv", any -> true)) {
            int group = Integer.parseInt(row.getField("age_from")) / 5;
            pyramid.put("male " + group, Double.valueOf(row.getField("male")));
            pyramid.put("female " + group, Double.valueOf(row.getField("female")));
        }
        TALLY.assertNear("people", pyramid, 0.01);
    }

    @Test
    void householdSizes_areTheSources() {
        TALLY.assertNear(
                "sizes",
                Tables.weights("weights/household-types.csv", any -> true, "size", "share"),
                0.002);
    }

    @Test
    void states_haveTheirPopulation() {
        TALLY.assertDrawnFrom(
                "states",
                Tables.weights("codes/states.csv", any -> true, "state", "population_2020"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "TX", "DC", "WY", "LA"})
    void placesWithinAState_followTheirPopulation(String state) {
        TALLY.assertDrawnFrom(
                "places of " + state,
                Tables.weights(
                        "codes/places.csv",
                        row -> row.getField("state").equals(state),
                        "zip",
                        "population"));
    }

    @Test
    void origins_followTheTableOfTheirState() {
        for (NamedCsvRecord row : Tables.rows("weights/race-by-state.csv", any -> true)) {
            Map<String, Double> shares = new LinkedHashMap<>();
            for (Origin origin : Origin.values()) {
                shares.put(origin.column(), Double.valueOf(row.getField(origin.column())));
            }
            TALLY.assertDrawnFrom("origins of " + row.getField("state"), shares);
        }
    }

    @Test
    void hispanicPeople_areOfAnyRace() {
        TALLY.assertDrawnFrom(
                "hispanic races",
                Tables.weights("weights/hispanic-races.csv", any -> true, "race", "share"));
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void languages_followTheTableOfTheirGroup(Origin origin) {
        TALLY.assertDrawnFrom(
                "languages of " + origin.column(),
                Tables.weights(
                        "weights/languages.csv",
                        row -> row.getField("group").equals(origin.column()),
                        "language",
                        "share"));
    }

    @ParameterizedTest
    @CsvSource({
        "FEMALE,F,1940", "FEMALE,F,1970", "FEMALE,F,1980", "FEMALE,F,2010", "FEMALE,F,2020",
        "MALE,M,1940", "MALE,M,1960", "MALE,M,1990", "MALE,M,2000", "MALE,M,2020"
    })
    void givenNames_areThoseOfSexAndDecade(String sex, String column, String decade) {
        TALLY.assertDrawnFrom(
                "given " + sex + decade,
                Tables.weights(
                        "weights/given-names.csv",
                        row ->
                                row.getField("sex").equals(column)
                                        && row.getField("decade").equals(decade),
                        "name",
                        "count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"white", "black", "asian_pacific", "native", "hispanic"})
    void surnames_areThoseOfTheGroup(String column) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (NamedCsvRecord row : Tables.rows("weights/surnames.csv", any -> true)) {
            weights.put(
                    row.getField("name"),
                    Double.parseDouble(row.getField("count"))
                            * Double.parseDouble(row.getField(column)));
        }
        TALLY.assertDrawnFrom("surnames of " + column, weights);
    }

    @Test
    void everyGroupOfOrigins_came() {
        for (Origin origin : Origin.values()) {
            assertThat(TALLY.groups()).contains("languages of " + origin.column());
        }
    }
}
