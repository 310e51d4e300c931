package io.github.clinicaldata.record.provider;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.PersonNames;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.place.Streets;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** The tables that providers are drawn from; immutable and shared by all populations. */
public final class ProviderDirectory {
    private static final class Holder {
        static final ProviderDirectory STANDARD = new ProviderDirectory();
    }

    /**
     * Share of a state's payers in whose network a provider is; approximate, no source; in 53 bits.
     */
    private static final long IN_NETWORK = (long) (0.7 * (1L << 53));

    /** How far apart in the table of places neighbours may be. */
    private static final int NEIGHBOURS = 12;

    private final ProviderTypes types = new ProviderTypes();
    private final ProviderPlaces places = new ProviderPlaces(Places.standard());
    private final OrganizationNames organizationNames = new OrganizationNames(types.all());
    private final PersonNames personNames = PersonNames.standard();
    private final Streets streets = Streets.standard();
    private final Payer[][] payersByState =
            Places.standard().states().stream()
                    .map(state -> Payers.standard().inState(state).toArray(new Payer[0]))
                    .toArray(Payer[][]::new);
    private final AliasTable origins;

    private ProviderDirectory() {
        ReferenceTable table = ReferenceTable.read("weights/practitioner-origins.csv");
        origins =
                AliasTable.of(
                        Origin.ALL.stream()
                                .mapToDouble(
                                        origin ->
                                                table.stream()
                                                        .filter(
                                                                row ->
                                                                        row.getField("group")
                                                                                .equals(
                                                                                        origin
                                                                                                .column()))
                                                        .mapToDouble(row -> number(row, "share"))
                                                        .sum())
                                .toArray());
    }

    /** The tables of the product, read once. */
    public static ProviderDirectory standard() {
        return Holder.STANDARD;
    }

    /** Opens the directory of a population. Not safe for use by several threads. */
    public ProviderReader open(Population population) {
        return new ProviderReader(this, population);
    }

    /** All types of provider. */
    public List<ProviderType> allTypes() {
        return types.all();
    }

    ProviderTypes types() {
        return types;
    }

    ProviderPlaces places() {
        return places;
    }

    OrganizationNames organizationNames() {
        return organizationNames;
    }

    PersonNames personNames() {
        return personNames;
    }

    /** A place of the same state, or the place itself where the try leaves the state. */
    Place neighbour(Place place, RandomStream choice) {
        Place other = around(place, NEIGHBOURS, choice);
        return other.state().ordinal() == place.state().ordinal() ? other : place;
    }

    /**
     * A place at most so many rows of the table of places away, or the place itself where the try
     * leaves the table; rows are ordered by state.
     */
    Place around(Place place, int distance, RandomStream choice) {
        int other = place.ordinal() + choice.between(-distance, distance);
        List<Place> all = Places.standard().all();
        return other >= 0 && other < all.size() ? all.get(other) : place;
    }

    /**
     * The type of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ProviderType type(String name) {
        return types.all().stream()
                .filter(type -> type.type().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type of provider: " + name));
    }

    Streets streets() {
        return streets;
    }

    Origin origin(RandomStream stream) {
        return Origin.ALL.get(origins.pick(stream));
    }

    /** Whether the provider with this key is in a payer's network; programmes take everyone. */
    static boolean isInNetwork(long providerKey, Payer payer) {
        return payer.programme() || Mixer.combine(providerKey, payer.ordinal()) >>> 11 < IN_NETWORK;
    }

    /** The ids of the payers in whose networks the provider with this key is. */
    List<Text> networks(long providerKey, State state) {
        Payer[] inState = payersByState[state.ordinal()];
        Text[] ids = new Text[inState.length];
        int count = 0;
        for (Payer payer : inState) {
            ids[count] = payer.id();
            count += isInNetwork(providerKey, payer) ? 1 : 0;
        }
        return List.of(Arrays.copyOf(ids, count));
    }
}
