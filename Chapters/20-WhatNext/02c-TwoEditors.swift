// # Two editors
//
// Section 20.2 · After this page you can see what has changed between two versions, and bring together what two people
// have changed.

import Figures
import Notebook

// A site is edited in the browser, and in a copy on a computer, which is kept in step by *syncing*. (The book does it
// with a program, GitHub Desktop. A copy lets you work without a network, and is a backup.) Before anything is kept,
// one looks at what has changed; GitHub marks new lines by green bars. Which lines are new? Those that are in no
// longest sequence of lines that both versions share, in the same order. `commonLines` finds it with a table: cell (i,
// j) has the length for what follows line i of one version and line j of the other, and is filled from the end.
// `changes` then writes both versions in one list:

/// Pairs of places (in a, in b) of a longest sequence of equal lines in the same order.
public func commonLines(_ a: [String], _ b: [String]) -> [(Int, Int)] {
    var length = [[Int]](repeating: .init(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
        for j in b.indices.reversed() {
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
        }
    }
    var (i, j, pairs) = (0, 0, [(Int, Int)]())
    while i < a.count, j < b.count {
        if a[i] == b[j] {
            pairs.append((i, j))
            (i, j) = (i + 1, j + 1)
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1
        } else {
            j += 1
        }
    }
    return pairs
}

/// What has changed from one version to the next: lines that went begin with "-", new ones with "+", all others with
/// two spaces.
public func changes(from old: [String], to new: [String]) -> [String] {
    var (i, j, lines) = (0, 0, [String]())
    for (nextOld, nextNew) in commonLines(old, new) + [(old.count, new.count)] {
        lines += old[i..<nextOld].map { "- " + $0 } + new[j..<nextNew].map { "+ " + $0 }
        if nextOld < old.count { lines.append("  " + old[nextOld]) }
        (i, j) = (nextOld + 1, nextNew + 1)
    }
    return lines
}

extension WhatNext {
    func whatHasChanged() {
        let old = ["# Birds", "I trained a net.", "It was right in 80 %.", "The end."]
        let new = [
            "# Birds", "I trained a small net.", "It was right in 80 %.", "Then I looked at its mistakes.", "The end.",
        ]
        let lines = changes(from: old, to: new)
        show(lines.joined(separator: "\n"), "what has changed")
        show(
            lines.count { $0.hasPrefix("+") }, "new lines",
            predict: .count("One line is written differently, and one is added. How many lines have a +?", 2))
    }
}

// And if two people change the same post at once? Each began with the same `base`. Where only one of them has changed
// something, that change is taken. Where both have changed the same place, differently, no program can know what is
// meant: that is a *conflict*, and somebody has to decide. `merged` goes from one line to the next that all three still
// share. Between two such lines, it compares what each of them has there:

/// Two versions of the same base, brought together; nil in `lines` where there are conflicts, each of which is listed
/// with what both have written.
public struct Merge: Equatable {
    public var lines: [String] = []
    public var conflicts: [Conflict] = []

    /// A place that both have changed.
    public struct Conflict: Equatable { public let mine: [String], theirs: [String] }
}

/// Brings together two versions of the same base. At a conflict, both versions stand between marks.
public func merged(base: [String], mine: [String], theirs: [String]) -> Merge {
    let inMine = Dictionary(uniqueKeysWithValues: commonLines(base, mine))
    let inTheirs = Dictionary(uniqueKeysWithValues: commonLines(base, theirs))
    let shared = base.indices.filter { inMine[$0] != nil && inTheirs[$0] != nil }
    var (result, b, m, t) = (Merge(), 0, 0, 0)
    for place in shared + [base.count] {
        let (nextMine, nextTheirs) = (inMine[place] ?? mine.count, inTheirs[place] ?? theirs.count)
        let (was, my, their) = (Array(base[b..<place]), Array(mine[m..<nextMine]), Array(theirs[t..<nextTheirs]))
        if my == their || their == was {
            result.lines += my
        } else if my == was {
            result.lines += their
        } else {
            result.conflicts.append(.init(mine: my, theirs: their))
            result.lines += ["<<<<<<< mine"] + my + ["======="] + their + [">>>>>>> theirs"]
        }
        if place < base.count { result.lines.append(base[place]) }
        (b, m, t) = (place + 1, nextMine + 1, nextTheirs + 1)
    }
    return result
}

extension WhatNext {
    func twoEditors() {
        let base = ["# Birds", "I trained a net.", "It was right in 80 %.", "The end."]
        let mine = ["# Birds and airplanes", "I trained a net.", "It was right in 80 %.", "The end."]
        let theirs = [
            "# Birds", "I trained a net.", "It was right in 80 %.", "Mistakes were mostly at dusk.", "The end.",
        ]
        let both = merged(base: base, mine: mine, theirs: theirs)
        show(both.lines.joined(separator: "\n"), "two changes at different places")
        let again = merged(base: base, mine: mine, theirs: ["# Birds, mostly"] + base.dropFirst())
        show(again.lines.joined(separator: "\n"), "two changes of the same line")
        show(
            again.conflicts.count, "conflicts",
            predict: .count("Both have changed the first line, each differently. How many conflicts are there?", 1))
        // Nothing is lost in either case: a conflict keeps both versions, between marks, until somebody has chosen. A
        // merge that chooses by itself, say the later one, would lose somebody's work now and then and never say so.
    }
}
