package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.world.MemberBlock;

/**
 * The doses of one block of members.
 *
 * @param members the block
 * @param years the doses of each year that is known, by date and then by member
 */
record VaccineBlock(MemberBlock members, PlannedDose[][] years) {}
