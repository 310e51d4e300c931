package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds who orders a report and who makes it: hospitals by themselves, practices what takes an hour
 * at most, else a laboratory or an imaging center near the member. Remembers those of one block.
 */
public final class Performers {
    private final ProviderType laboratory = ProviderDirectory.standard().type("laboratory");
    private final ProviderType imaging = ProviderDirectory.standard().type("imaging_center");
    private final @Nullable Provider[] laboratories = new Provider[MemberBlock.SIZE];
    private final @Nullable Provider[] imagingCenters = new Provider[MemberBlock.SIZE];
    private final HealthReader health;
    private long block = -1;
    private @Nullable Visit visit;
    private @Nullable Provider practitioner;
    private @Nullable Provider facility;

    /** The performers of the members of a population. */
    public Performers(HealthReader health) {
        this.health = health;
    }

    /** Whether a setting belongs to a hospital. */
    public static boolean isHospital(Setting setting) {
        return switch (setting) {
            case EMERGENCY, INPATIENT, OUTPATIENT_HOSPITAL -> true;
            default -> false;
        };
    }

    /** Turns to a visit of a block. */
    public void turnTo(long blockNumber, Visit next) {
        if (block != blockNumber) {
            block = blockNumber;
            Arrays.fill(laboratories, null);
            Arrays.fill(imagingCenters, null);
            visit = null;
        }
        if (visit != next) {
            visit = next;
            practitioner = null;
            facility = null;
        }
    }

    private Visit current() {
        Visit now = visit;
        if (now == null) {
            throw new IllegalStateException("No visit was turned to");
        }
        return now;
    }

    /** The practitioner of the visit. */
    public Provider practitioner() {
        Provider found = practitioner;
        if (found == null) {
            found = health.care().practitioner(current());
            practitioner = found;
        }
        return found;
    }

    private Provider facility() {
        Provider found = facility;
        if (found == null) {
            found = health.care().facility(current());
            facility = found;
        }
        return found;
    }

    /** Who makes the report of a panel. */
    public Provider performer(Panel panel) {
        Setting setting = current().rule().setting();
        boolean imagingHere = setting == Setting.IMAGING_CENTER || setting == Setting.URGENT_CARE;
        boolean here =
                switch (panel.kind()) {
                    case PROCEDURE -> true;
                    case IMAGING -> isHospital(setting) || imagingHere;
                    case LABORATORY, PATHOLOGY ->
                            isHospital(setting)
                                    || setting == Setting.LABORATORY
                                    || panel.turnaround().high() <= 1;
                };
        if (here) {
            return facility();
        }
        return panel.kind() == PanelKind.IMAGING
                ? near(imagingCenters, imaging)
                : near(laboratories, laboratory);
    }

    private Provider near(@Nullable Provider[] known, ProviderType type) {
        int member = current().member();
        Provider found = known[member];
        if (found == null) {
            CareTeam care = health.care();
            found = care.of(member, type);
            known[member] = found;
        }
        return found;
    }
}
