// Checks, during a long call, whether the database answers at all.
RETURN true AS answers
