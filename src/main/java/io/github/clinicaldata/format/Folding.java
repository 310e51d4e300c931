package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Text;
import java.text.Normalizer;

/** Turns letters with accents into plain ones, for formats that know no others. */
public final class Folding {
    private static final int ASCII = 128;

    private Folding() {}

    /** The text in ASCII; what has no plain form is left out. */
    public static Text fold(Text text) {
        String parted = Normalizer.normalize(text.toString(), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char each = parted.charAt(i);
            if (each < ASCII) {
                plain.append(each);
            } else {
                plain.append(
                        switch (each) {
                            case 'ß' -> "ss";
                            case 'Æ', 'æ' -> "ae";
                            case 'Œ', 'œ' -> "oe";
                            case 'Ø', 'ø' -> "o";
                            case 'Đ', 'đ', 'Ð', 'ð' -> "d";
                            case 'Ł', 'ł' -> "l";
                            case 'ı' -> "i";
                            case 'Þ', 'þ' -> "th";
                            case '\u2018', '\u2019', '\u02BB', '\u02BC' -> "'";
                            case '\u2010', '\u2011', '\u2013', '\u2014' -> "-";
                            default -> "";
                        });
            }
        }
        return Text.of(plain.toString());
    }
}
