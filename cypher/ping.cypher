// Asked while a long answer is awaited: does the database answer at all?
RETURN true AS answers
