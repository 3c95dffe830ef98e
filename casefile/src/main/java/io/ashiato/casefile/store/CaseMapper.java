package io.ashiato.casefile.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.ashiato.model.Assessment;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// How records of `model` stand in JSON: names in `snake_case`, enums in lower case, times in ISO 8601, what is absent
/// left out. The same in both directions.
final class CaseMapper {
    /// The deepest value of a case, a fact inside a fact of an artefact, lies some 20 levels down.
    private static final int MAX_DEPTH = 100;

    /// The longest text is a rule or a command line; both are cut far below where they come from.
    private static final int MAX_TEXT = 16 << 20;

    static final JsonMapper INSTANCE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxDocumentLength(CaseJson.MAX_BYTES)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addMixIn(Assessment.class, AssessmentKinds.class)
            .addModule(FactsJson.module())
            .build();

    private CaseMapper() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "assessment")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Assessment.Intrusion.class, name = "intrusion"),
        @JsonSubTypes.Type(value = Assessment.Tampering.class, name = "tampering"),
        @JsonSubTypes.Type(value = Assessment.Attribution.class, name = "attribution"),
        @JsonSubTypes.Type(value = Assessment.Campaign.class, name = "campaign")
    })
    private interface AssessmentKinds {}
}
