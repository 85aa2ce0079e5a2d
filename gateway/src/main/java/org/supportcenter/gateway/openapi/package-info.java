/** The OpenAPI document made from the protos, and the page that shows it. */
@NullMarked
package org.supportcenter.gateway.openapi;

import org.jspecify.annotations.NullMarked;
