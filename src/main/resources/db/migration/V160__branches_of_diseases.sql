-- Each case is found by the branches of Orphanet's classification on which its diseases lie, too. Nothing is lost: what is derived is
-- derived anew at the next start when there is none.
DELETE FROM case_disease;
