// # From names to numbers
//
// Section 8.3 · After this page you can give names the numbers of rows, and know what happens to a name that was never
// seen.

import Datasets
import Figures
import Notebook
import Tensors
import Training

// The factors of all films will be a table, with a row for each film. So each title needs the number of its row, from 0
// and without gaps; the numbers of MovieLens have gaps, and a title is no number at all. A `CategoryMap` collects all
// names there are, sorts them, and numbers them.
//
// Number 0 is special. It stands for every name that is not in the map, and is called `#na#`, for "not available".
// Sooner or later somebody asks for a film that came out yesterday. A program that has no row for it would have to
// stop.

/// Names in order, and the number of each: the number is its row in a table that is learned.
///
/// Number 0 is kept for whatever is not among them; it is called `#na#`, "not available".
public struct CategoryMap<Name: Hashable & Comparable & Sendable>: Sendable {
    /// The names, in order; nil is `#na#`. (The book's `classes`.)
    public let classes: [Name?]
    /// The number of each name. (The book's `o2i`, "object to index".)
    private let numbers: [Name: Int]

    /// All different names, sorted.
    public init(_ names: some Sequence<Name>) {
        let sorted = Set(names).sorted()
        classes = [nil] + sorted
        numbers = Dictionary(uniqueKeysWithValues: zip(sorted, 1...))
    }

    /// How many rows a table needs: one for each name, and one for `#na#`.
    public var count: Int { classes.count }

    /// The number of a name; 0 if it is none of ours.
    public subscript(_ name: Name) -> Int { numbers[name] ?? 0 }

    /// The name with this number; `#na#` for 0.
    public func name(_ number: Int) -> String { classes[number].map { "\($0)" } ?? "#na#" }
}

extension CollaborativeFiltering {
    func numberedNames() {
        let map = CategoryMap(["Kolya", "Fargo", "Kolya", "Heat", "Fargo"])
        show(
            map.count, "rows",
            ask: "Five films are named, three of them different. How many rows does their table need?")
        show((0..<map.count).map(map.name), "names in the order of their numbers")
        show(map["Kolya"], "number of Kolya", ask: "Names are sorted: Fargo, Heat, Kolya. Which number has Kolya?")
        show(map["Alien"], "number of Alien", ask: "And which number has Alien, which is not among them?")
        show(map.name(map["Alien"]), "back from the number to a name")
        // What is lost in number 0 is lost: all unknown films look the same to the model.
    }
}
