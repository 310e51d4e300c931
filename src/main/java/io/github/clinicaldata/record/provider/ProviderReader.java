package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the providers of one population, and finds those near a member. */
public final class ProviderReader implements RecordReader<Provider> {
    private static final Aspect TYPE = Aspect.named("type");
    private static final Aspect NAME = Aspect.named("name");
    private static final Aspect ADDRESS = Aspect.named("address");
    private static final Aspect EMPLOYMENT = Aspect.named("employment");
    private static final int NETWORK_TRIES = 6;
    private static final double SUITES = 0.55;
    private static final int YOUNGEST = 29;
    private static final int OLDEST = 69;

    /** What a provider is and is called; enough to refer to it. */
    private record Identity(
            ProviderType type,
            Text name,
            @Nullable Text firstName,
            @Nullable Text lastName,
            @Nullable Sex sex) {}

    private final ProviderDirectory directory;
    private final Population population;
    private final RandomKey key;
    private final Permutation scattering;
    private final Identifiers identifiers;
    private final RandomStream stream = new RandomStream();
    private final TextBuilder builder = new TextBuilder();

    ProviderReader(ProviderDirectory directory, Population population) {
        this.directory = directory;
        this.population = population;
        key = RandomKey.of(population.seed(), "providers");
        scattering = ProviderPlaces.scattering(population.seed());
        identifiers = new Identifiers(population.seed(), MbiStyle.SYNTHETIC);
    }

    @Override
    public Provider read(long index) {
        long providerKey = key.at(index);
        long block = index / ProviderTypes.BLOCK;
        Place place = directory.places().placeOf(block, scattering);
        Identity identity = identity(index, place);
        Affiliation organization =
                identity.firstName() == null ? null : affiliation(employer(index, block));
        long site = organization == null ? index : employer(index, block);
        RandomStream addressStream = stream.reset(key.at(site), ADDRESS);
        Address address =
                new Address(
                        directory.streets().line1(addressStream, builder),
                        directory.streets().suite(addressStream, builder, SUITES),
                        place);
        long telephone = Identifiers.telephone(place.areaCode(), addressStream);
        List<Text> networks = directory.networks(providerKey, place.state());
        return new Provider(
                id(index),
                identifiers.npi(index),
                identity.type(),
                identity.name(),
                identity.firstName(),
                identity.lastName(),
                identity.sex(),
                organization,
                identifiers.ein(site),
                address,
                telephone,
                networks);
    }

    private RecordId id(long index) {
        return RecordId.of(ProvidersKind.CODE, population.seed(), index);
    }

    /** The organization of the same block in which a practitioner works. */
    private long employer(long index, long block) {
        // Half work for the block's primary care organization, the others for any of its place.
        stream.reset(key.at(index), EMPLOYMENT);
        int slot = stream.chance(0.5) ? 0 : stream.nextInt(ProviderTypes.ORGANIZATIONS);
        return block * ProviderTypes.BLOCK + slot;
    }

    private Identity identity(long index, Place place) {
        long providerKey = key.at(index);
        int slot = (int) (index % ProviderTypes.BLOCK);
        ProviderType type = directory.types().pick(slot, stream.reset(providerKey, TYPE));
        stream.reset(providerKey, NAME);
        if (type.entityType() == EntityType.ORGANIZATION) {
            Text name = directory.organizationNames().pick(type, place, stream, builder);
            return new Identity(type, name, null, null, null);
        }
        PersonNames names = directory.personNames();
        Sex sex = stream.chance(type.womenShare()) ? Sex.FEMALE : Sex.MALE;
        int birthYear = population.epoch().getYear() - stream.between(YOUNGEST, OLDEST);
        Text first = names.given(sex, birthYear, stream);
        Text last = names.surname(directory.origin(stream), stream);
        builder.start().append(first).append(' ').append(last);
        Text credential = Objects.requireNonNull(type.credential());
        return new Identity(type, builder.append(' ').append(credential).build(), first, last, sex);
    }

    /** A provider as other records name it. */
    public Affiliation affiliation(long index) {
        Place place = directory.places().placeOf(index / ProviderTypes.BLOCK, scattering);
        return new Affiliation(id(index), identifiers.npi(index), identity(index, place).name());
    }

    /**
     * A primary care practitioner in a place and, where one of a few tries finds one, in the network
     * of a payer.
     *
     * @param child whether the patient is a child
     */
    public Affiliation primaryCare(
            Place place, Payer payer, boolean child, RandomStream choice) {
        long index = 0;
        for (int i = 0; i < NETWORK_TRIES; i++) {
            long block = directory.places().blockIn(place, scattering, choice);
            index =
                    block * ProviderTypes.BLOCK
                            + ProviderTypes.primaryCareSlot(child, choice);
            if (ProviderDirectory.isInNetwork(key.at(index), payer)) {
                break;
            }
        }
        return affiliation(index);
    }
}
