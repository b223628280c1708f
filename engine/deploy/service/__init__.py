"""A model as a service: pictures come in over HTTP, and what the network makes of them goes out as JSON."""
