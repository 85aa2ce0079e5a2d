package org.supportcenter.domain.refusal;

/**
 * What is wrong with one field.
 *
 * @param field its path in lowerCamel, e.g. {@code "appointment.duration"}
 * @param problem the end of a sentence that starts with the field, e.g. {@code "must be whole
 *     seconds"}
 */
public record FieldProblem(String field, String problem) {}
