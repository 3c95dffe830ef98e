package io.ashiato.samples;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.samples.code.CodeFunction;
import io.ashiato.samples.code.CodeSpace;
import io.ashiato.samples.code.FunctionFinder;
import java.util.HashSet;
import java.util.List;

/// What a program is compared by: hashes and sketches, none of its bytes.
///
/// @param functions by address
/// @param strings hashes of the texts in its data
/// @param constants hashes of the numbers in its code that are neither small nor addresses
/// @param imports hashes of the names of what it takes from libraries
public record SampleFeatures(
        Machine machine, List<FunctionPrint> functions, Hashes strings, Hashes constants, Hashes imports) {
    public SampleFeatures {
        functions = List.copyOf(functions);
    }

    public static SampleFeatures of(ProgramImage image) {
        CodeSpace space = CodeSpace.of(image);
        List<CodeFunction> functions = FunctionFinder.find(image, space);
        var printer = new FunctionPrinter(image, space, functions);
        List<FunctionPrint> prints = functions.stream().map(printer::print).toList();
        var imports = new HashSet<Long>();
        var strings = ProgramStrings.all(space);
        for (ProgramImage.Import imported : image.imports()) {
            imports.add(FunctionPrinter.importHash(imported.name()));
            strings.remove(Hash64.of(imported.name().substring(imported.name().indexOf('!') + 1)));
        }
        return new SampleFeatures(
                image.machine(), prints, Hashes.of(strings), Hashes.of(printer.constants()), Hashes.of(imports));
    }
}
