package io.github.clinicaldata.record.person;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Race, ethnicity and language: {@code weights/race-by-state.csv} and its companions. */
public final class Origins {
    private static final class Holder {
        static final Origins STANDARD = new Origins(Places.standard());
    }

    private final List<AliasTable> byState = new ArrayList<>();
    private final List<WeightedTexts> languages = new ArrayList<>();
    private final AliasTable hispanicRaces;

    private Origins(Places places) {
        ReferenceTable races = ReferenceTable.read("weights/race-by-state.csv");
        for (State state : places.states()) {
            byState.add(
                    races.stream()
                            .filter(row -> row.getField("state").equals(state.code().toString()))
                            .findFirst()
                            .map(
                                    row ->
                                            AliasTable.of(
                                                    Origin.ALL.stream()
                                                            .mapToDouble(
                                                                    origin ->
                                                                            number(
                                                                                    row,
                                                                                    origin
                                                                                            .column()))
                                                            .toArray()))
                            .orElseThrow(() -> new IllegalStateException("No races for " + state)));
        }
        ReferenceTable spoken = ReferenceTable.read("weights/languages.csv");
        for (Origin origin : Origin.ALL) {
            languages.add(
                    WeightedTexts.of(
                            spoken.stream()
                                    .filter(row -> row.getField("group").equals(origin.column()))
                                    .toList(),
                            row -> row.getField("language"),
                            row -> number(row, "share")));
        }
        hispanicRaces =
                AliasTable.of(
                        ReferenceTable.read("weights/hispanic-races.csv").stream()
                                .mapToDouble(row -> number(row, "share"))
                                .toArray());
    }

    /** The tables of the product, read once. */
    public static Origins standard() {
        return Holder.STANDARD;
    }

    /** The origin of a household in a state. */
    public Origin pick(State state, RandomStream stream) {
        return Origin.ALL.get(byState.get(state.ordinal()).pick(stream));
    }

    /** The share of an origin among the people of a state. */
    public double share(State state, Origin origin) {
        return byState.get(state.ordinal()).share(origin.ordinal());
    }

    /** The race that goes with an origin; Hispanic people are of any race. */
    public Race race(Origin origin, RandomStream stream) {
        return origin == Origin.HISPANIC
                ? RACES[hispanicRaces.pick(stream)]
                : RACES[origin.ordinal()];
    }

    /** The language preferred for care, a BCP 47 tag. */
    public Text language(Origin origin, RandomStream stream) {
        return languages.get(origin.ordinal()).pick(stream);
    }

    private static final Race[] RACES = Race.values();
}
