package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vaccine on the market, a row of {@code codes/vaccines.csv}.
 *
 * @param ordinal its position in the table
 * @param key its name in the table
 * @param name the name on the label
 * @param cvx the code of what is in it (HL7 table 0292)
 * @param description CDC's short description of the CVX code
 * @param mvx the code of the manufacturer (HL7 table 0227)
 * @param manufacturer the manufacturer's name
 * @param ndc eleven digits, or null where it is not known
 * @param groups the vaccine groups in it; the first is that of its own series
 * @param live whether it is a live injected or nasal vaccine
 * @param route how it is given (HL7 table 0162)
 * @param childSites where it is given below 3 years (HL7 table 0163); empty where there is none
 * @param adultSites the same from 3 years on
 * @param hundredths the dose in hundredths of a millilitre
 * @param from the first day on the market, since 1970-01-01
 * @param to the last day on the market
 * @param lotPrefix what lot numbers begin with; invented
 * @param shelfMonths how long a lot keeps
 */
record Product(
        int ordinal,
        String key,
        Text name,
        Text cvx,
        Text description,
        Text mvx,
        Text manufacturer,
        @Nullable Text ndc,
        List<String> groups,
        boolean live,
        Text route,
        List<Text> childSites,
        List<Text> adultSites,
        int hundredths,
        int from,
        int to,
        Text lotPrefix,
        int shelfMonths) {}
