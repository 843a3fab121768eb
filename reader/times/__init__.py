def find_times(document):
    pass


def publication_days(document):
    return []
