package io.ashiato.bytes;

import java.util.HashMap;
import java.util.Map;

/// Makes the names of one object differ: a name that comes again gets the first free `_1`, `_2`, ...
///
/// Remembers the last number of each name, so that a record of many equal names costs time in line
/// with their count. Not safe for several threads.
public final class UniqueNames {
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /// The name itself or with a number, as nothing before was called.
    public String next(String name) {
        Integer last = lastNumbers.putIfAbsent(name, 0);
        if (last == null) {
            return name;
        }
        int number = last + 1;
        String free = name + "_" + number;
        while (lastNumbers.putIfAbsent(free, 0) != null) {
            number++;
            free = name + "_" + number;
        }
        lastNumbers.put(name, number);
        return free;
    }
}
