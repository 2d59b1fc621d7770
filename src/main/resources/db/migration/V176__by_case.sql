-- What belongs to a case is found by the case, however many there are.
CREATE INDEX panel_invitation_case ON panel_invitation (case_id, expert);
CREATE INDEX case_part_case ON case_part (case_id, user_id);
CREATE INDEX registration_key_case ON registration_key (case_id);
