// Fails with the error that undoes a batch of an import; see create-nodes.
RETURN 1 / $zero AS holds
