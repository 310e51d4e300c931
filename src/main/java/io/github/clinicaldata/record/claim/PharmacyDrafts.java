package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import java.util.Objects;

/** Makes the claims of pharmacies. */
final class PharmacyDrafts {
    private static final Text PHARMACY = Text.of("01");

    private final ProviderType pharmacy = ProviderDirectory.standard().type("pharmacy");
    private final Prices prices = new Prices();
    private final BlockHealth health;
    private final CareTeam care;

    PharmacyDrafts(BlockHealth health, CareTeam care) {
        this.health = health;
        this.care = care;
    }

    /** Who pays for drugs: a plan of Part D for those who have Original Medicare. */
    private static Coverage payer(Member member) {
        Coverage main = Objects.requireNonNull(member.coverage());
        return main.needsDrugPlan() ? Objects.requireNonNull(member.drugPlan()) : main;
    }

    /** The claim of a fill. */
    ClaimDraft claim(Fill fill) {
        int position = fill.prescription().member();
        Member member = health.block().member(position);
        Provider billing = care.of(position, pharmacy);
        ClaimDraft claim =
                new ClaimDraft(
                        ClaimType.PHARMACY,
                        position,
                        member,
                        payer(member),
                        billing,
                        Mixer.combine(fill.key(), 600));
        claim.fill = fill;
        claim.from = fill.day();
        claim.to = fill.day();
        claim.place = PHARMACY;
        Visit visit = fill.prescription().visit();
        claim.rendering = visit == null ? care.primaryCare(position) : care.practitioner(visit);
        MemberCondition condition = fill.prescription().condition();
        if (condition != null) {
            claim.diagnoses =
                    List.of(new VisitDiagnosis(1, condition.diagnosis(), condition, null));
        }
        Drug drug = fill.prescription().drug();
        ClaimLine line = new ClaimLine(drug, fill.quantityTenths(), fill.day());
        prices.priceDrug(claim, line, drug);
        claim.lines.add(line);
        return claim;
    }
}
