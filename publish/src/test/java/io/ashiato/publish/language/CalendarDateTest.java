package io.ashiato.publish.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDateTest {
    @ParameterizedTest
    @CsvSource({
        "2018, 2018, 2018年",
        "2018-01, January 2018, 2018年1月",
        "2018-12, December 2018, 2018年12月",
        "2020-08-18, 18 August 2020, 2020年8月18日",
        "2020-13, 2020-13, 2020-13",
        "late 2018, late 2018, late 2018"
    })
    void readsAsProse(String iso, String english, String japanese) {
        assertThat(CalendarDate.of(iso)).isEqualTo(new Bilingual(english, japanese));
    }
}
