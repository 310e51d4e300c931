package io.github.clinicaldata.record.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.Procedure;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProcedureOrderTest {
    private static final Keyed<DrgGroup> GROUPS = DrgGroup.standard();
    private static final DrgGroup BOWEL = GROUPS.get("330");
    private static final DrgGroup RECTUM = GROUPS.get("333");

    private static ProcedureOrder resection(Map<String, DrgGroup> drgs) {
        return new ProcedureOrder(
                Procedure.of("bowel-resection"), 1, Limits.EVERYBODY, new TreeMap<>(drgs));
    }

    @Test
    void drg_ofADiagnosisComesBeforeThatOfAll() {
        ProcedureOrder order = resection(Map.of("", BOWEL, "C20", RECTUM));
        assertThat(order.drg(Diagnoses.standard().get("C20"))).isSameAs(RECTUM);
        assertThat(order.drg(Diagnoses.standard().get("C18.7"))).isSameAs(BOWEL);
    }

    @Test
    void drg_isThatOfTheStayWhereNoneIsNamed() {
        ProcedureOrder order = resection(Map.of("C20", RECTUM));
        assertThat(order.drg(Diagnoses.standard().get("C18.7"))).isNull();
    }
}
