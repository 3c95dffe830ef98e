/// What a report has to say, without language and without format ([ReportModel]).
///
/// Every number is counted here from the case, never typed. Choices of what to show are made here,
/// once for all languages and formats. Depends on the model.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.report;
