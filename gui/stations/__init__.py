"""The stations, one page each, in the order of the data; none knows another."""
