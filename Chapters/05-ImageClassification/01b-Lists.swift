// # What lists can do
//
// Section 5.1 · After this page you can do with Swift's arrays what the book does with `L`.

import Figures
import Foundation
import Notebook

// `L` can do what Python's lists can, and more: take items by a list of places or by a mask, map and filter, find what
// is different. Swift's arrays do most of that out of the box, with closures, and with key paths such as
// `\.lastPathComponent`, which stand for a property. One thing is missing, and is short. `unique` keeps the first of
// each in their order (a `Set` would forget it):

extension Sequence where Element: Hashable {
    /// Each element once, in the order of their first occurrence. (The book's `L.unique`.)
    public func unique() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension ImageClassification {
    func listsSideBySide() {
        // A list to try it on, and what both languages say for the same. The right column is computed as you read it:
        let t = ["boxer", "Bengal", "pug", "boxer", "beagle"]
        let files = [URL(filePath: "/pets/pug_1.jpg"), URL(filePath: "/pets/boxer_188.jpg")]
        let mask = [true, false, false, true, true]
        var table = TextTable(["Python, with L", "Swift", "gives"])
        table.add("t[1]", "t[1]", t[1])
        table.add("t[[0, 2]]", "[0, 2].map { t[$0] }", elided([0, 2].map { t[$0] }))
        table.add("t[mask]", "zip(t, mask).filter(\\.1).map(\\.0)", elided(zip(t, mask).filter(\.1).map(\.0)))
        table.add("t.map(len)", "t.map(\\.count)", elided(t.map(\.count)))
        table.add("t.filter(f)", "t.filter { $0.first == \"b\" }", elided(t.filter { $0.first == "b" }))
        table.add(
            "t.argwhere(f)", "t.indices.filter { t[$0] == \"boxer\" }", elided(t.indices.filter { t[$0] == "boxer" }))
        table.add("t.unique()", "t.unique()", elided(t.unique()))
        table.add("t.sorted()", "t.sorted()", elided(t.sorted()))
        table.add("t.attrgot('name')", "files.map(\\.lastPathComponent)", elided(files.map(\.lastPathComponent)))
        table.add("L.range(4)", "Array(0..<4)", elided(Array(0..<4)))
        table.add("t.zip(u)", "zip(t, t.map(\\.count))", elided(zip(t, t.map(\.count)).map { "\($0) \($1)" }, most: 2))
        table.add("t.sum(), t.reduce(f)", "t.map(\\.count).reduce(0, +)", t.map(\.count).reduce(0, +))
        show(table, "The same list in two languages")

        // Look at the row of `sorted`. Both languages sort by the codes of the letters, in which every capital comes
        // before every small letter. That will matter soon.
        show(
            ["pug", "Sphynx", "boxer", "Bengal"].sorted().joined(separator: ", "), "sorted",
            predict: .choice(
                "Which of pug, Sphynx, boxer and Bengal comes second when they are sorted?",
                ["boxer", "Sphynx", "Bengal", "pug"], answer: ["pug", "Sphynx", "boxer", "Bengal"].sorted()[1]))
    }
}
