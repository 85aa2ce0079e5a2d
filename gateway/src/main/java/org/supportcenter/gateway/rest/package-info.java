/** REST over the http rules of the protos: routes, requests, answers and server-sent events. */
@NullMarked
package org.supportcenter.gateway.rest;

import org.jspecify.annotations.NullMarked;
