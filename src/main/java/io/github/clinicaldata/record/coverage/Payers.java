package io.github.clinicaldata.record.coverage;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invented payers of {@code codes/payers.csv}, by line of business and state. */
public final class Payers {
    private static final class Holder {
        static final Payers STANDARD = new Payers(Places.standard());
    }

    /** A line of business in a state: who sells it, by market share. */
    private record Market(List<Payer> payers, AliasTable weights) {
        Payer pick(RandomStream stream) {
            return payers.get(weights.pick(stream));
        }
    }

    private static final String FEE_FOR_SERVICE = "-ffs";

    private static final String DRUG_PLANS = "medicare-pdp";

    /** How many payers there may be; part of the bytes of populations. */
    public static final int MOST = 128;

    private static final String STATE_PROGRAMME = "medicaid" + FEE_FOR_SERVICE;
    private static final List<String> LINES =
            List.of("employer", "exchange", "medicaid", "medicare", "medicare-ffs", DRUG_PLANS);

    private final List<Payer> payers = new ArrayList<>();
    private final Map<String, List<Market>> markets = new TreeMap<>();

    /** By type of coverage and state; empty where nobody sells a type. */
    private final Market[][] planMarkets;

    private final Market[][] feeForServiceMarkets;
    private final List<List<Payer>> inState = new ArrayList<>();

    private Payers(Places places) {
        List<NamedCsvRecord> rows = ReferenceTable.read("codes/payers.csv").rows();
        Map<String, Payer> byId = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            if (!row.getField("coverage").equals(STATE_PROGRAMME)) {
                byId.put(row.getField("payer_id"), payer(row));
            }
        }
        for (String line : LINES) {
            List<Market> byState = new ArrayList<>();
            for (State state : places.states()) {
                byState.add(market(rows, byId, line, state));
            }
            markets.put(line, byState);
        }
        addStateProgrammes(rows, places);
        if (payers.size() > MOST) {
            throw new IllegalStateException(
                    "There may be "
                            + MOST
                            + " payers with those of the states, were "
                            + payers.size());
        }
        planMarkets = marketsByType("");
        feeForServiceMarkets = marketsByType(FEE_FOR_SERVICE);
        for (State state : places.states()) {
            inState.add(
                    payers.stream()
                            .filter(
                                    payer ->
                                            markets.values().stream()
                                                    .anyMatch(
                                                            market ->
                                                                    market.get(state.ordinal())
                                                                            .payers()
                                                                            .contains(payer)))
                            .toList());
        }
    }

    private Market[][] marketsByType(String suffix) {
        return Arrays.stream(CoverageType.values())
                .map(type -> markets.getOrDefault(type.code() + suffix, List.of()))
                .map(byState -> byState.toArray(new Market[0]))
                .toArray(Market[][]::new);
    }

    private Payer payer(NamedCsvRecord row) {
        Payer payer =
                new Payer(
                        payers.size(),
                        Text.of(row.getField("payer_id")),
                        Text.of(row.getField("name")),
                        row.getField("coverage").endsWith(FEE_FOR_SERVICE));
        payers.add(payer);
        return payer;
    }

    private static Market market(
            List<NamedCsvRecord> rows, Map<String, Payer> byId, String line, State state) {
        List<Payer> sellers = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            Payer payer = byId.get(row.getField("payer_id"));
            if (payer != null
                    && lists(row.getField("coverage"), line)
                    && (row.getField("states").equals("*")
                            || lists(row.getField("states"), state.code().toString()))) {
                sellers.add(payer);
                weights.add(number(row, "weight"));
            }
        }
        return new Market(sellers, AliasTable.of(weights.stream().mapToDouble(w -> w).toArray()));
    }

    private static boolean lists(String joined, String value) {
        return Arrays.asList(joined.split("\\+")).contains(value);
    }

    /**
     * Each state runs its own Medicaid programme under one pattern of name; its id ends in the
     * state.
     */
    private void addStateProgrammes(List<NamedCsvRecord> rows, Places places) {
        String pattern =
                rows.stream()
                        .filter(row -> row.getField("coverage").equals(STATE_PROGRAMME))
                        .findFirst()
                        .orElseThrow()
                        .getField("name");
        List<Market> byState = new ArrayList<>();
        for (State state : places.states()) {
            Payer payer =
                    new Payer(
                            payers.size(),
                            Text.of("SYN" + state.code()),
                            Text.of(pattern.replace("State", state.name().toString())),
                            true);
            payers.add(payer);
            byState.add(new Market(List.of(payer), AliasTable.of(1)));
        }
        markets.put(STATE_PROGRAMME, byState);
    }

    /** The payers of the product's own table, read once. */
    public static Payers standard() {
        return Holder.STANDARD;
    }

    /** All payers in their order. */
    public List<Payer> all() {
        return List.copyOf(payers);
    }

    /** The payers that are active in a state. */
    public List<Payer> inState(State state) {
        return inState.get(state.ordinal());
    }

    /** A payer for this coverage and product in a state, by market share. */
    Payer pick(CoverageType type, boolean feeForService, State state, RandomStream stream) {
        Market[] byState = (feeForService ? feeForServiceMarkets : planMarkets)[type.ordinal()];
        if (byState.length == 0) {
            throw new IllegalArgumentException("No payer sells " + type);
        }
        return byState[state.ordinal()].pick(stream);
    }

    /** A payer of a plan of Medicare Part D in a state, by market share. */
    Payer pickDrugPlan(State state, RandomStream stream) {
        List<Market> byState = markets.get(DRUG_PLANS);
        if (byState == null) {
            throw new IllegalStateException("No payer sells plans of Part D");
        }
        return byState.get(state.ordinal()).pick(stream);
    }
}
