package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.MbiStyle;
import io.github.clinicaldata.record.person.PersonNames;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Permutation;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the providers of one population, and finds those near a member. */
public final class ProviderReader implements RecordReader<Provider> {
    private static final Aspect TYPE = Aspect.named("type");
    private static final Aspect NAME = Aspect.named("name");
    private static final Aspect ADDRESS = Aspect.named("address");
    private static final Aspect EMPLOYMENT = Aspect.named("employment");
    private static final int NETWORK_TRIES = 6;
    private static final int PLACE_TRIES = 3;
    private static final int SEARCH_TRIES = 24;

    /** Where none of a type was found at all: hospitals are in a quarter of the blocks. */
    private static final int MOST_TRIES = 200;

    /** Further tries for what is rare, each a little further away, in the end anywhere. */
    private static final int FAR_TRIES = 10_000;

    private static final double SUITES = 0.55;

    /** Share of practitioners in the primary care organization of their block; no source. */
    private static final double IN_PRIMARY_CARE = 0.5;

    private static final int YOUNGEST = 29;
    private static final int OLDEST = 69;

    /** What a provider is and is called; enough to refer to it. */
    private record Identity(
            ProviderType type,
            Text name,
            @Nullable Text firstName,
            @Nullable Text lastName,
            @Nullable Sex sex) {}

    /** An organization, and what those who work there have from it. */
    private record Site(
            Identity identity,
            Affiliation affiliation,
            long taxId,
            Address address,
            long telephone) {}

    private final ProviderDirectory directory;
    private final Population population;
    private final RandomKey key;
    private final Permutation scattering;
    private final Identifiers identifiers;
    private final RecordIds ids;
    private final RandomStream stream = new RandomStream();
    private final RandomStream types = new RandomStream();
    private final TextBuilder builder = new TextBuilder();

    /** The organizations of the last block, as far as somebody asked for them. */
    private final @Nullable Site[] sites = new Site[ProviderTypes.ORGANIZATIONS];

    private long siteBlock = -1;

    ProviderReader(ProviderDirectory directory, Population population) {
        this.directory = directory;
        this.population = population;
        key = RandomKey.of(population.seed(), "providers");
        scattering = ProviderPlaces.scattering(population.seed());
        identifiers = new Identifiers(population.seed(), MbiStyle.SYNTHETIC);
        ids = new RecordIds(ProvidersKind.CODE, population.seed());
    }

    @Override
    public Provider read(long index) {
        long block = index / ProviderTypes.BLOCK;
        int slot = (int) (index % ProviderTypes.BLOCK);
        if (slot < ProviderTypes.ORGANIZATIONS) {
            Site site = site(block, slot);
            return provider(index, site.affiliation(), site.identity(), null, site);
        }
        Identity identity = practitioner(index, slot);
        Site site = site(block, employer(index, identity.type()));
        Affiliation own = affiliation(index, identity);
        return provider(index, own, identity, site.affiliation(), site);
    }

    private Provider provider(
            long index,
            Affiliation own,
            Identity identity,
            @Nullable Affiliation organization,
            Site site) {
        return new Provider(
                own.id(),
                own.npi(),
                identity.type(),
                identity.name(),
                identity.firstName(),
                identity.lastName(),
                identity.sex(),
                organization,
                site.taxId(),
                site.address(),
                site.telephone(),
                directory.networks(key.at(index), site.address().place().state()));
    }

    /**
     * The slot in its block of the organization in which a practitioner works: half work for the
     * block's primary care organization, the others for one of its place, in each case where their
     * type is employed; those of hospitals for a hospital if there is one.
     */
    private int employer(long index, ProviderType type) {
        stream.reset(key.at(index), EMPLOYMENT);
        long block = index / ProviderTypes.BLOCK;
        if (!type.hospitalFirst()
                && stream.chance(IN_PRIMARY_CARE)
                && directory.types().employs(organizationType(block, 0), type)) {
            return 0;
        }
        int start = stream.nextInt(ProviderTypes.ORGANIZATIONS);
        int elsewhere = 0;
        for (int i = 0; i < ProviderTypes.ORGANIZATIONS; i++) {
            int slot = (start + i) % ProviderTypes.ORGANIZATIONS;
            ProviderType organization = organizationType(block, slot);
            if (directory.types().employs(organization, type)) {
                if (!type.hospitalFirst() || organization.hospital()) {
                    return slot;
                }
                elsewhere = slot;
            }
        }
        return elsewhere;
    }

    private ProviderType organizationType(long block, int slot) {
        Site known = block == siteBlock ? sites[slot] : null;
        return known != null
                ? known.identity().type()
                : directory
                        .types()
                        .pick(slot, types.reset(key.at(block * ProviderTypes.BLOCK + slot), TYPE));
    }

    private Site site(long block, int slot) {
        if (block != siteBlock) {
            Arrays.fill(sites, null);
            siteBlock = block;
        }
        Site site = sites[slot];
        if (site == null) {
            site = drawSite(block * ProviderTypes.BLOCK + slot);
            sites[slot] = site;
        }
        return site;
    }

    private Site drawSite(long index) {
        Place place = placeOf(index);
        Identity identity = organization(index, place);
        stream.reset(key.at(index), ADDRESS);
        Address address =
                new Address(
                        directory.streets().line1(stream, builder),
                        directory.streets().suite(stream, builder, SUITES),
                        place);
        return new Site(
                identity,
                affiliation(index, identity),
                identifiers.ein(index),
                address,
                Identifiers.telephone(place.areaCode(), stream));
    }

    private Place placeOf(long index) {
        return directory.places().placeOf(index / ProviderTypes.BLOCK, scattering);
    }

    private Identity organization(long index, Place place) {
        long organizationKey = key.at(index);
        int slot = (int) (index % ProviderTypes.BLOCK);
        ProviderType type = directory.types().pick(slot, stream.reset(organizationKey, TYPE));
        stream.reset(organizationKey, NAME);
        Text name = directory.organizationNames().pick(type, place, stream, builder);
        return new Identity(type, name, null, null, null);
    }

    private Identity practitioner(long index, int slot) {
        long practitionerKey = key.at(index);
        ProviderType type = directory.types().pick(slot, stream.reset(practitionerKey, TYPE));
        stream.reset(practitionerKey, NAME);
        PersonNames names = directory.personNames();
        Sex sex = stream.chance(type.womenShare()) ? Sex.FEMALE : Sex.MALE;
        int birthYear = population.epoch().getYear() - stream.between(YOUNGEST, OLDEST);
        Text first = names.given(sex, birthYear, stream);
        Text last = names.surname(directory.origin(stream), stream);
        builder.start().append(first).append(' ').append(last);
        Text credential = Objects.requireNonNull(type.credential());
        return new Identity(type, builder.append(' ').append(credential).build(), first, last, sex);
    }

    /** Whether the provider at an index is an organization; the others are practitioners. */
    public static boolean isOrganization(long index) {
        return index % ProviderTypes.BLOCK < ProviderTypes.ORGANIZATIONS;
    }

    /** A provider as other records name it. */
    public Affiliation affiliation(long index) {
        int slot = (int) (index % ProviderTypes.BLOCK);
        return affiliation(
                index,
                slot < ProviderTypes.ORGANIZATIONS
                        ? organization(index, placeOf(index))
                        : practitioner(index, slot));
    }

    private Affiliation affiliation(long index, Identity identity) {
        return new Affiliation(ids.at(index), identifiers.npi(index), identity.name());
    }

    /**
     * A provider of a type near a place: of the place itself if it has one, else of another place
     * of the state, and of a payer's network where one of a few tries finds one.
     *
     * @param payer null for those without coverage
     * @return the index; of the place's primary care organization when no try finds the type
     */
    public long near(Place place, ProviderType type, @Nullable Payer payer, RandomStream choice) {
        int first = directory.types().firstSlot(type);
        int slots = directory.types().endSlot(type) - first;
        long outOfNetwork = -1;
        for (int i = 0; i < (outOfNetwork < 0 ? FAR_TRIES : SEARCH_TRIES); i++) {
            Place where = place;
            if (i >= PLACE_TRIES) {
                where =
                        i < MOST_TRIES
                                ? directory.neighbour(place, choice)
                                : directory.around(place, i - MOST_TRIES + 1, choice);
            }
            long block = directory.places().blockIn(where, scattering, choice);
            int start = choice.nextInt(slots);
            for (int j = 0; j < slots; j++) {
                int slot = first + (start + j) % slots;
                long index = block * ProviderTypes.BLOCK + slot;
                if (directory.types().pick(slot, types.reset(key.at(index), TYPE)) == type) {
                    if (payer == null || ProviderDirectory.isInNetwork(key.at(index), payer)) {
                        return index;
                    }
                    outOfNetwork = index;
                }
            }
        }
        return outOfNetwork >= 0
                ? outOfNetwork
                : directory.places().blockIn(place, scattering, choice) * ProviderTypes.BLOCK;
    }

    /** Whether a provider is in a payer's network. */
    public boolean isInNetwork(long index, Payer payer) {
        return ProviderDirectory.isInNetwork(key.at(index), payer);
    }

    /**
     * A primary care practitioner in a place and, where one of a few tries finds one, in the
     * network of a payer.
     *
     * @param child whether the patient is a child
     */
    public Affiliation primaryCare(Place place, Payer payer, boolean child, RandomStream choice) {
        long index = 0;
        for (int i = 0; i < NETWORK_TRIES; i++) {
            long block = directory.places().blockIn(place, scattering, choice);
            index = block * ProviderTypes.BLOCK + ProviderTypes.primaryCareSlot(child, choice);
            if (ProviderDirectory.isInNetwork(key.at(index), payer)) {
                break;
            }
        }
        return affiliation(index);
    }
}
