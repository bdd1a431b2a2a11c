"""The database's history, applied at start by one migrator."""
