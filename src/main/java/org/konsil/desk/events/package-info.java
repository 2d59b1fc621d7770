/** What may happen to a case at any time: consent is withdrawn, the patient dies, the urgency changes. */
@NamedInterface("events")
@NullMarked
package org.konsil.desk.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
