"""What every service agrees on: the shape of a record, where it is kept, how a change is announced."""
