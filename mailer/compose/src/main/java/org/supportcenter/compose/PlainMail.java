package org.supportcenter.compose;

/** A mail about no visit, ready to be sent: its subject is one line. */
public record PlainMail(String subject, String text) {}
