package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/// Character sets of Windows code pages, by number.
///
/// Source: "Code Page Identifiers", learn.microsoft.com, and the names of the JDK.
public final class CodePages {
    /// What Western Windows takes when nothing is said.
    public static final int WINDOWS_1252 = 1252;

    private CodePages() {}

    /// The character set of a code page; that of Western Windows for one that is unknown or not in this JDK, so
    /// that ASCII stays readable.
    ///
    /// @param codePage unsigned, such as 932 or 65001
    public static Charset charset(int codePage) {
        return switch (codePage) {
            case 932 -> named("windows-31j"); // not Shift_JIS, which lacks NEC's and IBM's characters
            case 936 -> named("GBK");
            case 949 -> named("x-windows-949");
            case 950 -> named("x-windows-950");
            case 1200 -> UTF_16LE;
            case 1201 -> UTF_16BE;
            case 1361 -> named("x-Johab");
            case 10000 -> named("x-MacRoman");
            case 10001 -> named("Shift_JIS");
            case 10006 -> named("x-MacGreek");
            case 10007 -> named("x-MacCyrillic");
            case 10029 -> named("x-MacCentralEurope");
            case 20127 -> US_ASCII;
            case 20866 -> named("KOI8-R");
            case 20932, 51932 -> named("EUC-JP");
            case 28591 -> ISO_8859_1;
            case 50220, 50221, 50222 -> named("ISO-2022-JP");
            case 51949 -> named("EUC-KR");
            case 54936 -> named("GB18030");
            case 65001 -> UTF_8;
            case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> named("windows-" + codePage);
            case 437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869 ->
                named("IBM" + (codePage == 858 ? "00858" : Integer.toString(codePage)));
            default -> named("windows-1252");
        };
    }

    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : ISO_8859_1;
    }
}
