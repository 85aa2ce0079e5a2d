package org.supportcenter.compose;

/**
 * A template as it is written: Mustache with variables, sections and comments.
 *
 * @param subject of the mail
 * @param text the plain part
 * @param html the HTML part, where values are escaped
 */
public record TemplateText(String subject, String text, String html) {}
