package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderReader;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the providers of the members of a block: the same one of a type for all of a household that
 * have the same payer. Remembers those of one block. Not safe for use by several threads.
 */
public final class CareTeam {
    private static final Aspect CARE = Aspect.named("care-team");
    private static final int OLDEST_CHILD = 17;

    /** Providers that are remembered, a power of two: more than a block has to do with. */
    private static final int READ = 4096;

    private final ProviderDirectory directory = ProviderDirectory.standard();
    private final List<ProviderType> types = directory.allTypes();

    private final ProviderType familyPractice = directory.type("family_practice");
    private final ProviderType pediatrics = directory.type("pediatrics");
    private final ProviderType hospital = directory.type("hospital");
    private final ProviderType[] facilities = new ProviderType[Setting.values().length];
    private final ProviderReader providers;
    private final @Nullable Provider[] read = new Provider[READ];
    private final long[] readIndexes = new long[READ];

    /** The same by their ids, which are random already and take longer to read than to compare. */
    private final @Nullable Provider[] employers = new Provider[READ];

    private final RandomKey key;
    private final RandomStream stream = new RandomStream();
    private final @Nullable Provider[][] known =
            new Provider[MemberBlock.SIZE][ProviderDirectory.standard().allTypes().size() + 1];

    private @Nullable MemberBlock block;

    /** The providers of a population. */
    public CareTeam(Population population) {
        providers = directory.open(population);
        key = RandomKey.of(population.seed(), "care-team");
        Arrays.fill(facilities, hospital);
        facilities[Setting.URGENT_CARE.ordinal()] = directory.type("urgent_care");
        facilities[Setting.AMBULATORY_SURGERY.ordinal()] =
                directory.type("ambulatory_surgery_center");
        facilities[Setting.HOME.ordinal()] = directory.type("home_health");
        facilities[Setting.NURSING_FACILITY.ordinal()] = directory.type("skilled_nursing");
        facilities[Setting.SKILLED_NURSING.ordinal()] = directory.type("skilled_nursing");
        facilities[Setting.LABORATORY.ordinal()] = directory.type("laboratory");
        facilities[Setting.IMAGING_CENTER.ordinal()] = directory.type("imaging_center");
        facilities[Setting.DIALYSIS_CENTER.ordinal()] = directory.type("dialysis");
    }

    /** Turns to a block of members. */
    void turnTo(MemberBlock next) {
        if (block == null || block.number() != next.number()) {
            block = next;
            for (Provider[] ofMember : known) {
                Arrays.fill(ofMember, null);
            }
        }
    }

    /** The practitioner of a visit. */
    public Provider practitioner(Visit visit) {
        ProviderType type = visit.rule().provider();
        return type == null ? primaryCare(visit.member()) : of(visit.member(), type);
    }

    /**
     * Who does a procedure at a visit.
     *
     * @param types of practitioners that do it, the usual one first; empty for any
     */
    public Provider performer(Visit visit, List<ProviderType> types) {
        Provider own = practitioner(visit);
        return types.isEmpty() || types.contains(own.type())
                ? own
                : of(visit.member(), types.get(0));
    }

    /** The organization in which a visit takes place. */
    public Provider facility(Visit visit) {
        Setting setting = visit.rule().setting();
        if (setting == Setting.OFFICE || setting == Setting.TELEHEALTH) {
            Affiliation organization = practitioner(visit).organization();
            return organization == null ? practitioner(visit) : at(organization);
        }
        return of(visit.member(), facilities[setting.ordinal()]);
    }

    /** The organization that a provider works for, or the provider itself. */
    public Provider employer(Provider provider) {
        Affiliation organization = provider.organization();
        return organization == null ? provider : at(organization);
    }

    private Provider at(Affiliation affiliation) {
        RecordId id = affiliation.id();
        int place = (int) id.low() & READ - 1;
        Provider known = employers[place];
        if (known == null || !known.id().equals(id)) {
            known = provider(id.index());
            employers[place] = known;
        }
        return known;
    }

    /** A provider, from among those that were read before where it is one of them. */
    private Provider provider(long index) {
        int place = (int) (Mixer.mix(index) & READ - 1);
        Provider known = read[place];
        if (known == null || readIndexes[place] != index) {
            known = providers.present(index);
            read[place] = known;
            readIndexes[place] = index;
        }
        return known;
    }

    /** A member's primary care practitioner. */
    public Provider primaryCare(int member) {
        Provider[] ofMember = known[member];
        int position = types.size();
        Provider found = ofMember[position];
        if (found == null) {
            Member of = current().member(member);
            Affiliation own = of.primaryCare();
            found = own != null ? at(own) : of(member, generalist(member));
            ofMember[position] = found;
        }
        return found;
    }

    private ProviderType generalist(int member) {
        MemberBlock members = current();
        int start = members.householdStart(member);
        int age = members.household(member).people()[member - start].age();
        return age > OLDEST_CHILD ? familyPractice : pediatrics;
    }

    /** A provider of a type for a member. */
    public Provider of(int member, ProviderType type) {
        int position = type.ordinal();
        Provider found = known[member][position];
        if (found == null) {
            found = ofHousehold(member, position);
            if (found == null) {
                found = search(member, type, position);
            }
            known[member][position] = found;
        }
        return found;
    }

    /** What was found for another one of the household who has the same payer. */
    private @Nullable Provider ofHousehold(int member, int position) {
        MemberBlock members = current();
        int start = members.householdStart(member);
        Payer payer = payer(members.member(member));
        for (int i = start; i < start + members.household(member).people().length; i++) {
            if (known[i][position] != null && payer(members.member(i)) == payer) {
                return known[i][position];
            }
        }
        return null;
    }

    private static @Nullable Payer payer(Member member) {
        return member.coverage() == null ? null : member.coverage().payer();
    }

    private Provider search(int member, ProviderType type, int position) {
        MemberBlock members = current();
        Member of = members.member(member);
        Payer payer = payer(of);
        long choice =
                Mixer.combine(
                        members.household(member).first(),
                        position * 1_000L + (payer == null ? 0 : payer.ordinal() + 1));
        Place place = of.address().place();
        stream.reset(key.at(choice), CARE);
        return provider(providers.near(place, type, payer, stream));
    }

    private MemberBlock current() {
        MemberBlock members = block;
        if (members == null) {
            throw new IllegalStateException("No block was turned to");
        }
        return members;
    }
}
