from records.errors import Rejected


def test_a_rejection_survives_pickling() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(Rejected("empty", "The file is empty.")))

    assert (error.code, error.reason) == ("empty", "The file is empty.")
