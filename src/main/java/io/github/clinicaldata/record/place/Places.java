package io.github.clinicaldata.record.place;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states and places of {@code codes/states.csv} and {@code codes/places.csv}. */
public final class Places {
    private static final class Holder {
        static final Places STANDARD = new Places();
    }

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Place[] places;
    private final List<Place> all;
    private final AliasTable byPopulation;

    private Places() {
        ReferenceTable.read("codes/states.csv").stream()
                .forEach(
                        row ->
                                states.put(
                                        row.getField("state"),
                                        new State(
                                                states.size(),
                                                Text.of(row.getField("state")),
                                                Text.of(row.getField("name")),
                                                number(row, "population_2020"))));
        Map<String, Text> texts = new LinkedHashMap<>();
        List<Place> read = new ArrayList<>();
        ReferenceTable.read("codes/places.csv").stream()
                .forEach(
                        row -> {
                            State state = states.get(row.getField("state"));
                            if (state == null) {
                                throw new IllegalStateException("Unknown state in " + row);
                            }
                            read.add(
                                    new Place(
                                            read.size(),
                                            Text.of(row.getField("zip")),
                                            shared(texts, row.getField("city")),
                                            state,
                                            shared(texts, row.getField("county")),
                                            shared(texts, row.getField("county_fips")),
                                            integer(row, "area_code"),
                                            number(row, "population")));
                        });
        places = read.toArray(new Place[0]);
        all = List.of(places);
        byPopulation = AliasTable.of(read.stream().mapToDouble(Place::population).toArray());
    }

    private static Text shared(Map<String, Text> texts, String value) {
        return texts.computeIfAbsent(value, Text::of);
    }

    /** The places of the product's own tables, read once. */
    public static Places standard() {
        return Holder.STANDARD;
    }

    /** A place, chosen by population. */
    public Place pick(RandomStream stream) {
        return places[byPopulation.pick(stream)];
    }

    /** All places in their order. */
    public List<Place> all() {
        return all;
    }

    /** The place at a position. */
    public Place at(int ordinal) {
        return places[ordinal];
    }

    /** All states in their order. */
    public List<State> states() {
        return List.copyOf(states.values());
    }

    /** The codes of all states. */
    public List<String> stateCodes() {
        return List.copyOf(states.keySet());
    }
}
