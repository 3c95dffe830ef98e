package io.ashiato.readers.jsonlog;

import java.util.List;

/// All shapes, the nearer before the wider.
final class RecordShapes {
    private static final List<RecordShape> ALL = List.of(
            new WindowsElements(0),
            new Winlogbeat(1),
            new FlatWindows(2),
            new CloudLog(3, CloudSource.CLOUDTRAIL),
            new AzureLog(4),
            new CloudLog(5, CloudSource.MICROSOFT_365),
            new CloudLog(6, CloudSource.GOOGLE_CLOUD),
            new CloudLog(7, CloudSource.KUBERNETES),
            new CloudLog(8, CloudSource.OKTA),
            new CloudLog(9, CloudSource.BITBUCKET),
            new CloudLog(10, CloudSource.GITHUB),
            new CloudLog(11, CloudSource.ONELOGIN),
            new CloudLog(12, CloudSource.OPENCANARY),
            new CloudLog(13, CloudSource.DEFENDER_CLOUD_APPS),
            new ZeekJson(14));

    private static final RecordShape UNKNOWN = new UnknownShape(15);

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
        return !isUnknown(of(record));
    }

    /// Whether a shape is the one that takes everything.
    static boolean isUnknown(RecordShape shape) {
        return shape == UNKNOWN;
    }
}
