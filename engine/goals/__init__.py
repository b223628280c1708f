"""What a network is to give: one file a goal, and the registry that knows them."""
