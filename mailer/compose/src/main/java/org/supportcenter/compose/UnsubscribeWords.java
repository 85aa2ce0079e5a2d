package org.supportcenter.compose;

/**
 * What a person reads who opens the link that stops reminders. All of it is plain text.
 *
 * @param language tag of the words
 * @param question asked first
 * @param promise what they still get
 * @param button what the answer is called
 * @param stopped said when it is done
 * @param noMore what that means
 * @param unusable said when the link is none of ours
 */
public record UnsubscribeWords(
    String language,
    String question,
    String promise,
    String button,
    String stopped,
    String noMore,
    String unusable) {}
