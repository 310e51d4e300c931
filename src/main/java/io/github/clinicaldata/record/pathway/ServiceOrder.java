package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that is given and billed.
 *
 * @param service what
 * @param share of the visits, 0 to 1
 * @param procedure the position, among the visit's procedures, of the one that it bills: it is
 *     given where that is done; -1 for none
 * @param takes what must be taken out at the visit for it to be given, or null for whatever is
 * @param performers the types of practitioners that give it, the usual one first; empty where the
 *     practitioner of the visit does
 */
public record ServiceOrder(
        Service service,
        double share,
        int procedure,
        @Nullable Tissue takes,
        List<ProviderType> performers) {}
