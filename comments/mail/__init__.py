"""Letters about comments: to the people who decide, and to writers who asked for them."""
