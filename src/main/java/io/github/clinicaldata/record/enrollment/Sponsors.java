package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The invented sponsors: the employers of {@code weights/employers.csv}, an exchange and a Medicaid
 * agency in each state, and one for Medicare. Immutable, read once.
 */
final class Sponsors {
    private static final class Holder {
        static final Sponsors STANDARD = new Sponsors();
    }

    private static final Sponsor MEDICARE =
            new Sponsor(
                    SponsorType.FEDERAL,
                    Text.of("SYNUS"),
                    Text.of("Synthetic Medicare Enrollment Office"));

    private final Map<Text, Sponsor> employers = new TreeMap<>();
    private final List<Sponsor> exchanges;
    private final List<Sponsor> agencies;

    private Sponsors() {
        ReferenceTable.read("weights/employers.csv").stream()
                .map(row -> Text.of(row.getField("name")))
                .forEach(name -> employers.put(name, employer(employers.size() + 1, name)));
        exchanges = byState(SponsorType.EXCHANGE, "SYNX", " Synthetic Health Exchange");
        agencies = byState(SponsorType.STATE, "SYNM", " Synthetic Medicaid Agency");
    }

    private static Sponsor employer(int number, Text name) {
        return new Sponsor(SponsorType.EMPLOYER, Text.of("SYNE" + (1000 + number)), name);
    }

    private static List<Sponsor> byState(SponsorType type, String prefix, String words) {
        return Places.standard().states().stream()
                .map(
                        state ->
                                new Sponsor(
                                        type,
                                        Text.of(prefix + state.code()),
                                        Text.of(state.name() + words)))
                .toList();
    }

    /** The sponsors of the product, made once. */
    static Sponsors standard() {
        return Holder.STANDARD;
    }

    /** The sponsor of a coverage of somebody who lives in a state. */
    Sponsor of(Coverage coverage, State state) {
        return switch (coverage.type()) {
            case EMPLOYER -> employer(coverage);
            case EXCHANGE -> exchanges.get(state.ordinal());
            case MEDICAID -> agencies.get(state.ordinal());
            case MEDICARE -> MEDICARE;
            case UNINSURED -> throw new IllegalArgumentException("Nobody sponsors no coverage");
        };
    }

    private Sponsor employer(Coverage coverage) {
        Text name = coverage.groupName();
        Sponsor sponsor = name == null ? null : employers.get(name);
        if (sponsor == null) {
            throw new IllegalArgumentException("There is no employer " + name);
        }
        return sponsor;
    }
}
