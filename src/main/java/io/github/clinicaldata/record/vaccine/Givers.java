package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderReader;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds who gives a vaccine: the primary care provider in an office, else the nearest place of the
 * kind, the same for all of a household. Remembers those of the last block.
 */
final class Givers {
    private static final Aspect NEAR = Aspect.named("near");
    private static final int ADULT = 18;

    /** An office for children, and one for adults, where nobody is their primary care provider. */
    private static final String[] OFFICES = {"pediatrics", "clinic"};

    private static final int SETTINGS = Setting.values().length;
    private static final int CHOICES = SETTINGS + OFFICES.length;

    private final ProviderReader providers;
    private final ProviderType[] types = new ProviderType[CHOICES];
    private final RandomKey key;
    private final RandomStream stream = new RandomStream();
    private final @Nullable Provider[] primaryCare = new Provider[MemberBlock.SIZE];
    private final @Nullable Provider[] near = new Provider[MemberBlock.SIZE * CHOICES];
    private long block = -1;

    Givers(Population population) {
        ProviderDirectory directory = ProviderDirectory.standard();
        providers = directory.open(population);
        key = RandomKey.of(population.seed(), "vaccine-givers");
        for (Setting setting : Setting.values()) {
            types[setting.ordinal()] = directory.type(setting.providerType());
        }
        for (int i = 0; i < OFFICES.length; i++) {
            types[SETTINGS + i] = directory.type(OFFICES[i]);
        }
    }

    /** Who gives a dose to a member of a block. */
    Provider of(MemberBlock members, PlannedDose dose) {
        if (members.number() != block) {
            Arrays.fill(primaryCare, null);
            Arrays.fill(near, null);
            block = members.number();
        }
        Patient patient = dose.patient();
        if (dose.setting() != Setting.OFFICE) {
            return near(members, patient.position(), dose.setting().ordinal());
        }
        Affiliation own = patient.member().primaryCare();
        boolean child = patient.ageOn(dose.day()) < ADULT;
        boolean childNow = isChild(members, patient.position());
        return own != null && child == childNow
                ? primaryCare(patient.position(), own.id())
                : near(members, patient.position(), SETTINGS + (child ? 0 : 1));
    }

    /** Whether the primary care provider is one for children. */
    private static boolean isChild(MemberBlock members, int position) {
        int inHousehold = position - members.householdStart(position);
        return members.household(position).people()[inHousehold].age() < ADULT;
    }

    private Provider primaryCare(int position, RecordId id) {
        Provider found = primaryCare[position];
        if (found == null) {
            found = providers.present(id.index());
            primaryCare[position] = found;
        }
        return found;
    }

    private Provider near(MemberBlock members, int position, int choice) {
        int start = members.householdStart(position);
        Provider found = near[start * CHOICES + choice];
        if (found == null) {
            Household household = members.household(position);
            Coverage policy = household.policy();
            Payer payer = policy == null ? null : policy.payer();
            stream.reset(key.at(household.first() * CHOICES + choice), NEAR);
            long index = providers.near(household.address().place(), types[choice], payer, stream);
            found = providers.present(index);
            near[start * CHOICES + choice] = found;
        }
        return found;
    }
}
