/// The example `admin-day`: ordinary work of an administrator that resembles what intruders do.
/// `Administration` is work by hand, `Rollout` what comes by policy and deployment, `FileServer` the server's
/// own noise.
@NullMarked
package io.ashiato.cli.example.adminday;

import org.jspecify.annotations.NullMarked;
