package org.konsil.access;

import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Open pages ask here every few seconds whether their reader may still see them. */
@Controller
class StillThere {

    private final Watches watches;

    StillThere(Watches watches) {
        this.watches = watches;
    }

    /** 204 as long as it holds, then 410. Says nothing of the case, and leaves no entry: nothing is read. */
    @GetMapping("/still/{watch}")
    @Needs(Right.ENTER)
    ResponseEntity<Void> holds(@PathVariable String watch) {
        return ResponseEntity.status(watches.holds(watch) ? HttpStatus.NO_CONTENT : HttpStatus.GONE)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
