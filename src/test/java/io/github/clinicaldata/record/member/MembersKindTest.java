package io.github.clinicaldata.record.member;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class MembersKindTest extends RecordKindContract<Member> {
    @Override
    protected RecordKind<Member> kind() {
        return World.MEMBERS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of(
                "coverage.termination_date",
                "coverage.status",
                "secondary_coverage.termination_date",
                "secondary_coverage.status",
                "drug_coverage.termination_date",
                "drug_coverage.status");
    }

    @Override
    protected Set<String> pathsThatNeverApply() {
        // a second coverage is always Medicaid
        return Set.of(
                "secondary_coverage.metal_level",
                "secondary_coverage.group_number",
                "secondary_coverage.group_name",
                "drug_coverage.metal_level",
                "drug_coverage.group_number",
                "drug_coverage.group_name");
    }
}
