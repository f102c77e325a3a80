"""The numbers of tables: which of them are sums, shares, changes of others, by arithmetic and layout."""
