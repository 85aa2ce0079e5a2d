package org.supportcenter.domain.webhook;

import java.util.List;

/**
 * What people entered about an endpoint. Texts are as written; an empty one was not given.
 *
 * @param displayName never blank
 * @param url without {@linkplain EndpointUrls#problem problem}
 * @param eventTypes what it is told of, see {@link EventTypes}; none: everything
 * @param ownerEmail who is told when it stops
 * @param ownerLanguage BCP 47 tag of the language they are told in; empty: not known
 */
public record EndpointSettings(
    String displayName,
    String url,
    List<String> eventTypes,
    String ownerEmail,
    String ownerLanguage) {

  public EndpointSettings {
    eventTypes = List.copyOf(eventTypes);
  }
}
