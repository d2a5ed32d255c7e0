"""Makes articles of made-up words: the same arguments give the same bytes.

An article has a headline, a byline, a dateline with a date, and paragraphs of about 330 words in
all (2.4 KB) on average. The words follow Zipf's law: the most frequent are English function words,
so that the language can be told, the others are built of syllables.
"""

import bisect
import datetime
import hashlib
import itertools
import json
import pathlib
import random

FUNCTION_WORDS = """
    the of to and in a that is for on with as was by at from it are be an this were has which
    have not but their they or will had its he said who been more after one about when than would
    also there we up into out some other new over could if you can two no his her she all only
    between most during through such then where before may under while against since
""".split()

CONSONANTS = "b c d f g h k l m n p r s t v br cr dr gr pl pr sh st th tr".split()
VOWELS = "a e i o u ai ea".split()
ENDINGS = "n r l m d t rd nt ld".split()

VOCABULARY_SIZE = 60_000
PLACES = "LONDON NAIROBI LIMA OSLO HANOI MADRID OTTAWA RABAT QUITO RIGA".split()
FIRST_DAY = datetime.date(2015, 1, 1)


class Corpus:
    """An endless sequence of articles."""

    def __init__(self, seed=1):
        self.seed = seed
        #: Changes when the articles do, so that files made of older ones are not used again.
        self.fingerprint = fingerprint(seed)
        self.words = vocabulary()
        weights = (1 / (rank + 2.7) for rank in range(len(self.words)))
        self.cumulative = list(itertools.accumulate(weights))

    def article(self, number):
        """The text of the article with a number, from 0."""
        headline, byline, place, day, paragraphs = self.parts(number)
        paragraphs[0] = f"{place}, {day.day} {day:%B %Y}: " + paragraphs[0]
        return "\n\n".join([headline, "By " + byline, *paragraphs]) + "\n"

    def line(self, number):
        """The same article as a line of NDJSON."""
        headline, byline, place, day, paragraphs = self.parts(number)
        paragraphs[0] = f"{place}: " + paragraphs[0]
        fields = {
            "title": headline, "author": byline, "published": f"{day}T{number % 24:02}:00:00Z",
            "body": "\n\n".join(paragraphs),
        }
        return json.dumps(fields) + "\n"

    def parts(self, number):
        """Headline, byline, place, day and paragraphs of the article with a number, from 0."""
        source = random.Random(self.seed * 1_000_003 + number)
        wanted = min(900, max(60, int(source.lognormvariate(0, 0.45) * 275)))
        day = FIRST_DAY + datetime.timedelta(days=source.randrange(4000))
        headline = self.sentence(source, source.randint(6, 10)).rstrip(".")
        byline = " ".join(self.rare_word(source).title() for _ in range(2))
        place = source.choice(PLACES)
        paragraphs = []
        while wanted > 0:
            sentences = [
                self.sentence(source, source.randint(9, 22)) for _ in range(source.randint(2, 4))
            ]
            paragraphs.append(" ".join(sentences))
            wanted -= paragraphs[-1].count(" ") + 1
        return headline, byline, place, day, paragraphs

    def sentence(self, source, length):
        words = source.choices(self.words, cum_weights=self.cumulative, k=length)
        words[0] = words[0].capitalize()
        return " ".join(words) + "."

    def rare_word(self, source):
        return self.words[source.randrange(2_000, len(self.words))]

    def words_in_share(self, least, greatest, limit):
        """Words that an article of mean length has with a chance between two bounds, in order of
        frequency, evenly chosen; function words are left out where others suffice."""
        length = 330
        whole = self.cumulative[-1]

        def share(rank):
            return 1 - (1 - 1 / (rank + 2.7) / whole) ** length

        first = bisect.bisect_left(range(len(self.words)), -greatest, key=lambda r: -share(r))
        last = bisect.bisect_right(range(len(self.words)), -least, key=lambda r: -share(r))
        ranks = range(max(first, min(len(FUNCTION_WORDS), last - limit)), last)
        step = max(1, len(ranks) // limit)
        return [self.words[rank] for rank in ranks[::step][:limit]]


def fingerprint(seed):
    """A short name for the articles that this file makes from a seed."""
    source = pathlib.Path(__file__).read_bytes()
    return hashlib.sha256(source + str(seed).encode()).hexdigest()[:8]


def vocabulary():
    """The words in order of frequency, none twice."""
    source = random.Random(7)
    words = dict.fromkeys(FUNCTION_WORDS)
    while len(words) < VOCABULARY_SIZE:
        syllables = 1 + (len(words) > 200) + (source.random() < 0.4)
        word = "".join(
            source.choice(CONSONANTS) + source.choice(VOWELS) for _ in range(syllables)
        ) + source.choice(ENDINGS)
        words.setdefault(word)
    return list(words)
