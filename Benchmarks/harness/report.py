"""Figures as tables for a person, and as JSON for the next comparison."""

import dataclasses
import json
import statistics

#: What a figure is called in a table, and its format.
COLUMNS = {
    "cpu_us": ("CPU µs/request", "{:.1f}"),
    "growth": ("CPU/request grows by", "x {:.2f}"),
    "rate": ("requests/s", "{:,.0f}"),
    "parse_ms": ("CPU ms", "{:,.1f}"),
    "parse_growth": ("CPU ms grows by", "x {:.1f}"),
    "p50_ms": ("p50 ms", "{:.2f}"),
    "p99_ms": ("p99 ms", "{:.2f}"),
    "answer_bytes": ("bytes/answer", "{:,.0f}"),
    "searches": ("searches/s", "{:,.0f}"),
    "start_ms": ("start to 200, ms", "{:.1f}"),
    "rss_mb": ("RSS MB", "{:.1f}"),
    "own_mb": ("own MB", "{:.1f}"),
    "size_mb": ("binary MB", "{:.1f}"),
    "rows_cpu": ("articles/CPU s", "{:,.0f}"),
    "file_bytes": ("file bytes/article", "{:,.0f}"),
    "text_bytes": ("text bytes/article", "{:,.0f}"),
    "precision": ("precision", "{:.3f}"),
    "recall": ("recall", "{:.3f}"),
}

#: The figures by which the product is compared with each peer, the first that there is.
COMPARED = (
    "cpu_us", "rows_cpu", "start_ms", "size_mb", "file_bytes", "p50_ms", "parse_ms",
    "parse_growth",
)


@dataclasses.dataclass
class Row:
    """One server's figures under one load, each with a value for every run."""

    parameter: str
    server: str
    figures: dict


def table(title, rows):
    """A Markdown table of medians. Each ratio is the product's median over the peer's, with the
    least and the greatest ratio of a round."""
    names = [name for name in COLUMNS if any(any(row.figures.get(name, [])) for row in rows)]
    compared = [name for name in COMPARED if name in names][:1]
    header = ["", "server", *(COLUMNS[name][0] for name in names), *(["ratio"] * len(compared))]
    if "rate" in names:
        compared.append("rate")
        header.append("ratio of rates")
    lines = [header, ["---"] * 2 + ["---:"] * (len(header) - 2)]
    products = {}
    for row in rows:
        product = products.setdefault(row.parameter, row)
        cells = [row.parameter if product is row else "", row.server]
        cells += [cell(name, row.figures.get(name)) for name in names]
        cells += ["" if row is product else ratio(product, row, name) for name in compared]
        lines.append(cells)
    text = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
    return f"### {title}\n\n{text}\n"


def summary(cases):
    """One Markdown table of all cases: the product's medians, each peer's with the product's ratio
    to it in brackets. Uploads have a second line for their rate."""
    header = ["command", "load", "figure", "Dateline", "peers (Dateline's ratio)"]
    lines = [header, ["---"] * 3 + ["---:", "---"]]
    for case, rows in cases.items():
        loads = {}
        for row in rows:
            loads.setdefault(row.parameter, []).append(row)
        for parameter, (product, *peers) in loads.items():
            for name in summarised(case, product):
                others = [
                    f"{peer.server} {cell(name, peer.figures[name])}"
                    f" (**{of_medians(product, peer, name):.2f}**)"
                    for peer in peers
                ]
                value = cell(name, product.figures[name])
                lines.append([
                    f"`run {case}`", parameter, COLUMNS[name][0], value, ", ".join(others),
                ])
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def summarised(case, product):
    """The figures of a case that say most."""
    if case == "growth":
        return ["growth"]
    if case == "start":
        return ["start_ms", "rss_mb"]
    if case == "parse":
        return list(product.figures)
    names = [name for name in COMPARED if name in product.figures][:1] or list(product.figures)
    return names + ["rate"] * (case == "post")


def cell(name, values):
    if not values:
        return ""
    pattern = COLUMNS[name][1]
    return pattern.format(statistics.median(values))


def ratio(product, peer, name):
    """`0.25 (0.24-0.27)`: of medians, and of single rounds."""
    if name not in product.figures or name not in peer.figures:
        return ""
    pairs = list(zip(product.figures[name], peer.figures[name]))
    if any(theirs == 0 for _, theirs in pairs):
        return ""
    each = [ours / theirs for ours, theirs in pairs]
    middle = of_medians(product, peer, name)
    if len(each) == 1:
        return f"{middle:.2f}"
    return f"{middle:.2f} ({min(each):.2f}-{max(each):.2f})"


def of_medians(product, peer, name):
    return statistics.median(product.figures[name]) / statistics.median(peer.figures[name])


def write_json(path, context, cases):
    """Keeps every run's figures; `cases` maps a case's name to its rows."""
    document = {
        **context,
        "cases": {name: [dataclasses.asdict(row) for row in rows] for name, rows in cases.items()},
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.write("\n")
