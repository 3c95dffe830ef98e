package io.ashiato.casefile.store;

import java.io.IOException;

/// The machine lacks what an event store needs. The case is made all the same, with the plainer store.
public final class EventStoreUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    EventStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
