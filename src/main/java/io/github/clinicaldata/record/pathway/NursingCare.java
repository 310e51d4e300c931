package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in skilled nursing facilities, where some go after a stay in a hospital: {@code
 * codes/skilled-nursing.yaml}. Immutable.
 *
 * @param share of those discharged there who have a stay
 * @param hospitalNights how long the stay in hospital is at least
 * @param rule what is done
 * @param aftercare what it is for where that is not what the hospital treated
 */
public record NursingCare(
        double share, int hospitalNights, VisitRule rule, List<Aftercare> aftercare) {
    private static final class Holder {
        static final NursingCare STANDARD = read(YamlNode.read("codes/skilled-nursing.yaml"));
    }

    /**
     * The codes of what is left to do after a hospital stay.
     *
     * @param conditions keys of pathways, or none
     * @param categories parts of medicine, or none
     * @param surgery whether it is for stays with surgery alone
     * @param codes of which a stay has one
     */
    public record Aftercare(
            List<String> conditions,
            List<String> categories,
            boolean surgery,
            List<Diagnosis> codes) {
        private static Aftercare of(YamlNode node) {
            node.allowOnly("conditions", "categories", "surgery", "codes");
            return new Aftercare(
                    node.texts("conditions"),
                    node.texts("categories"),
                    node.has("surgery") && node.flag("surgery"),
                    node.texts("codes").stream().map(Diagnoses.standard()::get).toList());
        }

        private boolean follows(Pathway pathway, boolean surgical) {
            return (!surgery || surgical)
                    && (conditions.contains(pathway.key())
                            || categories.contains(pathway.category().toString()));
        }
    }

    /** The care of the product, read once. */
    public static NursingCare standard() {
        return Holder.STANDARD;
    }

    private static NursingCare read(YamlNode file) {
        file.allowOnly("share", "hospital_nights", "aftercare", "visits");
        List<VisitRule> rules = new VisitReader(file).read(file.list("visits"));
        if (rules.size() != 1 || rules.get(0).stay() == null) {
            throw file.error("needs one visit, with nights");
        }
        return new NursingCare(
                file.number("share"),
                file.integer("hospital_nights"),
                rules.get(0),
                file.list("aftercare").stream().map(Aftercare::of).toList());
    }

    /**
     * What it is for after a stay in hospital, or null for what was treated there.
     *
     * @param surgical whether there was surgery
     */
    public @Nullable Aftercare after(Pathway pathway, boolean surgical) {
        for (Aftercare each : aftercare) {
            if (each.follows(pathway, surgical)) {
                return each;
            }
        }
        return null;
    }
}
