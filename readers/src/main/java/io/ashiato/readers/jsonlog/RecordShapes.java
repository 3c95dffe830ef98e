package io.ashiato.readers.jsonlog;

import java.util.List;

/// All shapes, the nearer before the wider.
final class RecordShapes {
    private static final List<RecordShape> ALL = List.of(new WindowsElements(0), new Winlogbeat(1), new FlatWindows(2));
    private static final RecordShape UNKNOWN = new UnknownShape(3);

    private RecordShapes() {}

    /// The shape of a record; where none fits, one that takes everything.
    static RecordShape of(FlatRecord record) {
        for (RecordShape shape : ALL) {
            if (shape.fits(record)) {
                return shape;
            }
        }
        return UNKNOWN;
    }

    /// Whether some shape fits a record.
    static boolean isKnown(FlatRecord record) {
        return of(record) != UNKNOWN;
    }
}
