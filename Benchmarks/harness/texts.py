"""Texts as people paste them, of ordinary English words: the same arguments give the same bytes.

An article has about 2 KB: a headline, a byline, a dateline with an agency, paragraphs that name people,
weekdays and numbers, a credit, and lines of the page around it.
"""

import random

SUBJECTS = """
    the harbour council|a committee of parliament|the ministry of transport|the mayor|the company
    two former ministers|the central bank|residents of the old town|the school board|a judge
""".strip().replace("\n    ", "|").split("|")
VERBS = """
    announced|rejected|approved|postponed|defended|criticised|published|reviewed|extended|cancelled
""".strip().split("|")
OBJECTS = """
    a plan to rebuild the bridge|the budget for the coming year|new rules for fishing boats
    an inquiry into the accident|the sale of the ferry line|talks with the union
    a report on the floods|the contract for the tram|an offer of 40 million euros
""".strip().replace("\n    ", "|").split("|")
ENDINGS = """
    on Tuesday, the second such decision in a month|after a debate that lasted until midnight
    while hundreds of people waited outside|although the opposition had asked for more time
    and said that work would begin in March|in spite of a warning from three experts
    which officials called “a first step and no more”|according to a statement on its website
""".strip().replace("\n    ", "|").split("|")
PEOPLE = "Jane Roe|John Doe|Mary Major|Richard Miles|Ada Byrne|Paul Okafor|Lena Holm".split("|")
PLACES = "LONDON|NAIROBI|LIMA|OSLO|HANOI|MADRID|OTTAWA|RABAT|QUITO|RIGA".split("|")
AGENCIES = "Reuters|AP|AFP|dpa".split("|")


def articles(count, seed=1):
    """`count` pasted articles of about 2 KB."""
    source = random.Random(seed)
    return [article(source) for _ in range(count)]


def article(source):
    headline = sentence(source).rstrip(".").capitalize()
    paragraphs = [paragraph(source) for _ in range(source.randint(7, 9))]
    agency = source.choice(AGENCIES)
    dateline = f"{source.choice(PLACES)}, Oct {source.randint(1, 28)} ({agency}) - "
    paragraphs[0] = dateline + paragraphs[0]
    head = [headline, "By " + source.choice(PEOPLE), "Share", "5 min read"]
    foot = [f"({agency})", "Leave Comment", "Related stories"]
    return "\n".join(head + paragraphs + foot) + "\n"


def text(size, seed=2):
    """One article of `size` bytes."""
    source = random.Random(seed)
    lines = [sentence(source).rstrip(".").capitalize(), "By " + source.choice(PEOPLE)]
    length = sum(len(line.encode()) + 1 for line in lines)
    while length < size:
        lines.append(paragraph(source))
        length += len(lines[-1].encode()) + 1
    return "\n".join(lines).encode()[:size].decode(errors="ignore")


def paragraph(source):
    sentences = [sentence(source) for _ in range(source.randint(1, 3))]
    if source.random() < 0.3:
        sentences[-1] = f"“{sentences[-1]}” {source.choice(PEOPLE)} said on Friday."
    return " ".join(line[0].upper() + line[1:] for line in sentences)


def sentence(source):
    choices = (SUBJECTS, VERBS, OBJECTS, ENDINGS)
    return " ".join(source.choice(words) for words in choices) + "."
