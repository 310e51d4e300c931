package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.support.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareTeamTest {
    private static void assertTypes(Population population, long block, int step) {
        HealthReader reader = new HealthReader(new Readers(population));
        reader.at(block);
        for (ProviderType type : ProviderDirectory.standard().allTypes()) {
            if (type.entityType() == EntityType.ORGANIZATION) {
                continue;
            }
            for (int member = 0; member < MemberBlock.SIZE; member += step) {
                assertThat(reader.care().of(member, type).type())
                        .as("of member %d of block %d", member, block)
                        .isSameAs(type);
            }
        }
    }

    @Test
    void practitionersOfAMember_areOfTheTypeThatIsLookedFor() {
        for (long block = 0; block < 20; block++) {
            assertTypes(World.POPULATION, block, 7);
        }
    }

    /** No block of the members' places, or of their neighbours', has a thoracic surgeon. */
    @ParameterizedTest
    @CsvSource({"42, 333516", "77, 98278"})
    void aRareSpecialist_isFoundFurtherAway(long seed, long member) {
        assertTypes(Population.of(seed, World.EPOCH), member / MemberBlock.SIZE, 1);
    }
}
