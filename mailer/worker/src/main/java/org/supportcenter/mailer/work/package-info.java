/** Finding due work in the database, leasing it fairly among tenants, and trying again later. */
@NullMarked
package org.supportcenter.mailer.work;

import org.jspecify.annotations.NullMarked;
