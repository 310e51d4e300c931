package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.MbiStyle;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.profile.Measure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The kind {@code members}. */
@Singleton
public final class MembersKind implements RecordKind<Member> {
    /** The kind's code in ids. */
    public static final int CODE = 1;

    /**
     * How many members a population has, about four for each human being: so many that the events
     * of their lives still have an index each.
     */
    public static final long SIZE = 1L << 35;

    private final MemberTables tables = MemberTables.standard();

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String singular() {
        return "member";
    }

    @Override
    public int code() {
        return CODE;
    }

    @Override
    public String description() {
        return "People with household, identifiers, contact, coverage and primary care provider";
    }

    @Override
    public RecordSchema<Member> schema() {
        return Member.SCHEMA;
    }

    @Override
    public RecordGenerator<Member> generator() {
        return readers -> new MemberReader(tables, readers.population());
    }

    @Override
    public IndexSpace indexes() {
        return IndexSpace.upTo(SIZE);
    }

    @Override
    public List<Knob<?>> knobs() {
        return Stream.concat(Stream.of(MbiStyle.KNOB), PersonKnobs.ALL.stream()).toList();
    }

    @Override
    public List<RecordFilter<Member>> filters() {
        return List.of(
                Filters.ageFrom("age_min", Member::birthDate),
                Filters.ageTo("age_max", Member::birthDate),
                Filters.oneOf(
                        "gender",
                        "Administrative sex",
                        Filters.codes(Sex.values()),
                        member -> member.sex().code()),
                Filters.oneOf(
                        "state",
                        "State of residence, USPS code",
                        Places.standard().stateCodes(),
                        member -> member.address().place().state().code()),
                Filters.oneOf(
                        "race",
                        "Race, OMB category",
                        Filters.codes(Race.values()),
                        member -> member.race().code()),
                Filters.oneOf(
                        "ethnicity",
                        "Ethnicity, OMB category",
                        Filters.codes(Ethnicity.values()),
                        member -> member.ethnicity().code()),
                Filters.oneOf(
                        "coverage",
                        "Where the main coverage comes from",
                        Filters.codes(CoverageType.values()),
                        member ->
                                member.coverage() == null
                                        ? CoverageType.UNINSURED.code()
                                        : member.coverage().type().code()),
                Filters.oneOf(
                        "payer",
                        "Payer id of the main coverage",
                        Payers.standard().all().stream()
                                .map(payer -> payer.id().toString())
                                .toList(),
                        member ->
                                member.coverage() == null ? null : member.coverage().payer().id()),
                Filters.oneOf(
                        "product",
                        "Product of the main coverage",
                        tables.coverages.productNames(),
                        member -> member.coverage() == null ? null : member.coverage().product()));
    }

    @Override
    public List<Measure<Member>> measures() {
        return MemberMeasures.all();
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "household",
                        "All who live in the member's household, the member included",
                        name(),
                        (readers, index) -> {
                            Household household =
                                    new MemberReader(tables, readers.population()).household(index);
                            return LongStream.range(0, household.people().length)
                                    .map(position -> household.first() + position)
                                    .toArray();
                        }));
    }

    @Override
    public Optional<String> contradiction(Map<String, String> values) {
        String from = values.get("age_min");
        String to = values.get("age_max");
        if (from != null && to != null && Integer.parseInt(from) > Integer.parseInt(to)) {
            return Optional.of("age_min " + from + " must not be above age_max, which is " + to);
        }
        return Optional.empty();
    }
}
