package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {
  private static final String BUNDLE = "org.pitchwright.text.messages";

  private static CronWords in(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
    return new CronWords(
        (key, values) -> new MessageFormat(bundle.getString(key), locale).format(values), locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 2 * * *    | Every day at 02:30
          0 9 * * 1     | Every Monday at 09:00
          0 9 * * 1-5   | Monday to Friday at 09:00
          15 6 * * 0,6  | Every Sunday and Saturday at 06:15
          0 4 1 * *     | On day 1 of every month at 04:00
          */15 * * * *  | Every 15 minutes
          5 * * * *     | Every hour at minute 05
          0 */6 * * *   | Every 6 hours at minute 00
          """)
  void saysInEnglishWhenItIsDue(String cron, String words) {
    assertThat(in(Locale.UK).of(cron)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 2 * * *    | 每天 02:30
          0 9 * * 1-5   | 星期一至星期五 09:00
          0 4 1 * *     | 每月 1 日 04:00
          */15 * * * *  | 每 15 分钟
          """)
  void saysInChineseWhenItIsDue(String cron, String words) {
    assertThat(in(Locale.SIMPLIFIED_CHINESE).of(cron)).contains(words);
  }

  @Test
  void saysNothingRatherThanSomethingWrong() {
    CronWords words = in(Locale.UK);

    assertThat(words.of("0 0 13 * 5")).isEmpty();
    assertThat(words.of("*/7 * * * *")).isEmpty();
    assertThat(words.of("0 0 1 1 *")).isEmpty();
    assertThat(words.of("every night")).isEmpty();
  }
}
