package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The kind {@code vaccines}. */
@Singleton
public final class VaccinesKind implements RecordKind<Vaccine> {
    /** The kind's code in ids. */
    public static final int CODE = KindCodes.VACCINES;

    /**
     * The mean number of doses that the 64 members of a block want: those before the plan years,
     * and those of each plan year. Nobody is born after the epoch, so there are fewer from then on.
     */
    static final EventSpace SPACE = new EventSpace(819, 73, 74, 75, 69, 62, 61);

    private final Schedule schedule = Schedule.standard();

    @Override
    public String name() {
        return "vaccines";
    }

    @Override
    public String singular() {
        return "vaccine";
    }

    @Override
    public int code() {
        return CODE;
    }

    @Override
    public String description() {
        return "Vaccine doses, given or not, with CVX, MVX, NDC, lot, site, dose number and"
                + " reason";
    }

    @Override
    public RecordSchema<Vaccine> schema() {
        return Vaccine.SCHEMA;
    }

    @Override
    public RecordGenerator<Vaccine> generator() {
        return VaccineReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return SPACE;
    }

    @Override
    public List<Knob<?>> knobs() {
        return PersonKnobs.ALL;
    }

    @Override
    public List<RecordFilter<Vaccine>> filters() {
        return List.of(
                Filters.oneOf(
                        "status",
                        "Whether it was given",
                        Filters.codes(VaccineStatus.values()),
                        vaccine -> vaccine.status().code()),
                series(),
                Filters.oneOf(
                        "cvx", "Vaccine, CVX code", Products.standard().cvxCodes(), Vaccine::cvx),
                Filters.dayFrom(
                        "date_from",
                        "First day of the dose or missed appointment",
                        VaccinesKind::day),
                Filters.dayTo(
                        "date_to", "Last day of the dose or missed appointment", VaccinesKind::day),
                Filters.oneOf(
                        "state",
                        "State of the member, USPS code",
                        Places.standard().stateCodes(),
                        vaccine -> vaccine.member().address().place().state().code()));
    }

    private static int day(Vaccine vaccine) {
        return (int) vaccine.date().toEpochDay();
    }

    /** A combination vaccine is of several series. */
    private RecordFilter<Vaccine> series() {
        List<String> codes = schedule.codes();
        String words = "one or several of " + String.join(", ", codes);
        return new RecordFilter<>(
                "series",
                "Series that the dose belongs to",
                words,
                "influenza",
                (given, population) -> {
                    Set<String> wanted = new LinkedHashSet<>(List.of(given.split(",", -1)));
                    if (!codes.containsAll(wanted)) {
                        throw new IllegalArgumentException(words);
                    }
                    return vaccine ->
                            vaccine.series().stream()
                                    .anyMatch(dose -> wanted.contains(dose.code().toString()));
                });
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                relation("member", "The patient", "members", vaccine -> vaccine.member().id()),
                relation(
                        "provider",
                        "Who gave it, or was to",
                        "providers",
                        vaccine -> vaccine.provider().id()));
    }

    private RecordRelation relation(
            String name, String description, String target, Function<Vaccine, RecordId> id) {
        return new RecordRelation(
                name,
                description,
                target,
                (readers, index) -> {
                    Vaccine vaccine = generator().open(readers).read(index);
                    return vaccine == null ? new long[0] : new long[] {id.apply(vaccine).index()};
                });
    }
}
