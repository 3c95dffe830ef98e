package io.ashiato.model;

import java.util.Optional;

/// Where a published fact stands.
///
/// @param key stable in the knowledge, such as `fsecure-2020-08`
/// @param date as exact as known: `2020`, `2020-08` or `2020-08-18`
/// @param invented whether it was made up for an example; every page that uses it says so
public record PublishedSource(
        String key, String publisher, String title, String date, Optional<String> url, boolean invented) {}
