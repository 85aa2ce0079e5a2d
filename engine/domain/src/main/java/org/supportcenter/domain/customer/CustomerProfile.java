package org.supportcenter.domain.customer;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What people entered about a customer. Texts are as written; an empty one was not given.
 *
 * @param displayName never blank
 * @param timeZone zone of the times in mails; null: the technician's
 * @param language BCP 47 tag of the language of mails; null: that of the tenant's settings
 * @param remindersOptOut no reminders, whatever other settings say
 */
public record CustomerProfile(
    String displayName,
    String email,
    String phone,
    String address,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    boolean remindersOptOut) {}
