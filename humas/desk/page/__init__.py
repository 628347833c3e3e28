"""The first page of the desk: the acts, what waits for whoever looks, and blocks that each can put away."""
