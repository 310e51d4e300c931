package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;
import java.util.function.Predicate;

/** Chooses among the codes of a pathway by their weights. */
final class CodeChoice {
    private CodeChoice() {}

    /** One of the codes that are possible; the first where none is. */
    static Diagnosis pick(
            List<PathwayCode> codes, double uniform, Predicate<PathwayCode> possible) {
        double sum = 0;
        for (PathwayCode code : codes) {
            sum += possible.test(code) ? code.weight() : 0;
        }
        double rest = uniform * sum;
        for (PathwayCode code : codes) {
            if (possible.test(code)) {
                rest -= code.weight();
                if (rest < 0) {
                    return code.diagnosis();
                }
            }
        }
        return codes.get(0).diagnosis();
    }

    /** One of the codes that somebody can have. */
    static Diagnosis pick(List<PathwayCode> codes, double uniform, Sex sex, int age) {
        return pick(codes, uniform, code -> fits(code, sex, age));
    }

    /** Whether somebody can have a code. */
    static boolean fits(PathwayCode code, Sex sex, int age) {
        return code.limits().fit(sex, age) && code.diagnosis().fits(sex, age);
    }
}
