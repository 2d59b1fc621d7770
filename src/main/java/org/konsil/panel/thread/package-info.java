/** What belongs to the messages of a discussion besides their wordings: mentions, files, translations, questions to the home clinician. */
@NullMarked
package org.konsil.panel.thread;

import org.jspecify.annotations.NullMarked;
