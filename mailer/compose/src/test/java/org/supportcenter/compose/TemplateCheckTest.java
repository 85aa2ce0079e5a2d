package org.supportcenter.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

class TemplateCheckTest {

  private static final Purpose REMINDER = new Purpose(Kind.REMINDER, Audience.CUSTOMER);

  @Test
  void everyShippedTemplateCanBeUsed() {
    var shipped = ShippedTemplates.load(null);
    for (var language : shipped.languages()) {
      for (var kind : Kind.values()) {
        for (var audience : Audience.values()) {
          var purpose = new Purpose(kind, audience);

          assertThat(TemplateCheck.problems(purpose, shipped.template(purpose, language)))
              .as("%s in %s", purpose, language)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void anUnknownVariableIsNamedWithItsLine() {
    var problem = ofHtml("<p>Hello</p>\n<p>{{custmer}}</p>").getFirst();

    assertThat(problem.part()).isEqualTo("html");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.description()).contains("custmer", "customer");
  }

  @Test
  void anUnknownVariableIsFoundWhereOnlySomeMailsWouldMeetIt() {
    assertThat(ofText("{{^address}}\n{{nowhere}}\n{{/address}}")).hasSize(1);
    assertThat(ofText("{{#address}}\n{{nowhere}}\n{{/address}}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}}",
        "{{ }}",
        "{{#}}x{{/}}",
        "{{^ }}x{{/ }}",
        "{{..}}",
        "{{ ... }}",
        "{{-index.}}",
        "{{entrySet}}",
        "{{customer.length}}",
        "{{.}}",
        "{{this}}",
        "{{-first}}",
        "{{-index}}",
        "{{$a}}{{/a}}",
        "{{customer{{customer}}"
      })
  void aTagThatNamesNoVariableIsRefusedWithItsLine(String tag) {
    assertThat(ofText("Words\n\nand " + tag))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{customer", "{{", "{{#address", "{{customer}", "{{! said"})
  void aTagThatDoesNotEndIsRefusedWithItsLine(String tag) {
    var words = "{{customer}} has\na visit, says " + tag;

    for (var problems : List.of(ofText(words), ofHtml(words))) {
      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.line()).isEqualTo(2);
                assertThat(problem.description()).contains("does not end");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{-.", "{{x", "{{", "{{ ", "}}", "{{#", "{{x}"})
  @Timeout(10)
  void aLongTemplateOfNothingButBracesIsReadOnce(String part) {
    var longest = part.repeat(60_000 / part.length());
    assertThat(TemplateCheck.problems(REMINDER, new TemplateText("Visit", longest, longest)))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aSectionCanSayItsValue() {
    assertThat(ofText("Ask {{#contact}}{{.}}{{/contact}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"{{customer}}\">x</a>",
        "<a href='https://example.org/{{customer}}'>x</a>",
        "<p title={{customer}}>x</p>",
        "<p {{customer}}>x</p>",
        "<{{customer}}>x",
        "<p onclick=\"{{customer}}\">x</p>",
        "<p style=\"color:{{customer}}\">x</p>",
        "<script>{{customer}}</script>",
        "<style>{{customer}}</style>",
        "<!-- {{customer}} -->",
        "<iframe src=\"{{unsubscribeUrl}}\"></iframe>",
        "<iframe srcdoc=\"{{customer}}\"></iframe>",
        "<svg><a><animate attributeName=\"href\" values=\"{{customer}}\"/></a></svg>",
        "<p>{{{customer}}}</p>",
        "<p>{{&customer}}</p>",
        "<p>{{ & customer}}</p>",
        "{{=<% %>=}}<p><%customer%></p>",
        "{{>partial}}",
        "<p>{{customer.class}}</p>",
        "<p>{{#customer}}</p>",
      })
  void aValueWhereItCouldDoHarmIsRefused(String html) {
    assertThat(ofHtml(html)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>{{customer}}</p>",
        "<p title=\"{{customer}} of {{reference}}\">{{date}}</p>",
        "<a href=\"{{unsubscribeUrl}}\">stop</a>",
        "<p>Where</p>{{#address}}<p>{{address}}</p>{{/address}}",
        "<p>{{! a remark }}{{date}}</p>",
      })
  void aValueWhereEscapingKeepsItHarmlessIsFine(String html) {
    assertThat(ofHtml(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \t", "{{cancelReason}}", "{{#address}}At {{address}}{{/address}}"})
  void aSubjectOrATextThatMayBeEmptyIsRefused(String template) {
    assertThat(TemplateCheck.problems(REMINDER, new TemplateText(template, template, "<p>x</p>")))
        .extracting(TemplateCheck.Problem::part)
        .containsExactly("subject", "text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "<p></p>",
        "<title>Visit</title>",
        "<p>&nbsp;{{address}}</p>",
        "<!-- x -->"
      })
  void aPageThatMayHaveNothingToReadIsRefused(String html) {
    assertThat(ofHtml(html))
        .singleElement()
        .satisfies(problem -> assertThat(problem.description()).contains("is empty"));
  }

  private static List<TemplateCheck.Problem> ofHtml(String html) {
    return TemplateCheck.problems(REMINDER, new TemplateText("Subject", "Text", html));
  }

  private static List<TemplateCheck.Problem> ofText(String text) {
    return TemplateCheck.problems(REMINDER, new TemplateText("Subject", text, "<p>x</p>"));
  }
}
