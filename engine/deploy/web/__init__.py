"""A network as a web page: the pad, the preparation of drawings and the network in one file that opens anywhere."""
