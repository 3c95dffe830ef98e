package io.ashiato.casefile.store;

import java.io.IOException;
import java.nio.file.Path;

/// Something stands where a case was to be written; it is left as it is.
public final class CaseExistsException extends IOException {
    private static final long serialVersionUID = 1;

    CaseExistsException(Path target) {
        super(target + " exists");
    }
}
