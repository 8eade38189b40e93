// # Which photos judge
//
// Section 6.2 · After this page you can let a column decide which photos are learned from.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The default, chance, was good enough to look at items. But whoever made the table has divided the photos, and those
// who want to compare their numbers with others' had better keep to it. A splitter is a function: rows go in, and two
// lists of places come out, counted from 0.

/// The rows of which the column says so are for validation. (The book's `splitter`; its library's is `ColSplitter`.)
public func splitByColumn(_ rows: [LabelledPhoto]) -> (train: [Int], valid: [Int]) {
    (rows.indices.filter { !rows[$0].isValid }, rows.indices.filter { rows[$0].isValid })
}

extension OtherVisionProblems {
    func theColumnDecides() throws {
        // **State 7.** The same plan with this splitter:
        let (train, valid) = splitByColumn(try photos)
        show("\(train.prefix(8).map(\.self)) …", "state 7: places of photos to learn from")
        show("\(valid.prefix(8).map(\.self)) …", "and for validation")
        record("split/train", train.count, book: 2501, differs: differentPhotos, on: source)
        record("split/valid", valid.count, book: 2510, differs: differentPhotos, on: source)
        let count = try photos.count
        let isSplit = Set(train).isDisjoint(with: valid) && train.count + valid.count == count
        show(
            isSplit, "no photo is in both, and none in neither",
            ask: "Is every photo of this run in exactly one of the two lists?")

        // The engine's splitter of the same kind asks a function about each item:
        let engine = try Splitter<LabelledPhoto>.function { $0.isValid }(try photos)
        show(engine.train == train && engine.valid == valid, "Splitter.function { $0.isValid }: the same")

        // The book does not print how many photos its two sets have. But its accuracies are counts of right answers,
        // divided by the number of all answers: photos times twenty. So try numbers of photos, half of 5,011 and some
        // near it. For the right one, each accuracy times the number of answers is a whole number, up to what the six
        // printed digits leave open. How far from whole numbers are the seven products at worst?
        var table = TextTable(["validation photos", "at worst, so far from a whole number"], decimals: 3)
        for photos in [2505, 2506, 2510, 2511] {
            let products = BookPascal.training.map { $0.accuracy * 20 * Double(photos) }
            table.add(photos, products.map { abs($0 - $0.rounded()) }.max()!)
        }
        show(table, "The book's accuracies, times the number of answers")

        // So there were 2,510.
    }

    func rareLabels() throws {
        // Does every label occur in both sets? One that nobody can learn from will never be said, and one that nobody
        // is asked about says nothing about the net:
        let (train, valid) = splitByColumn(try photos)
        let labels = try photos.map(labelsOf)
        var table = TextTable(["label", "to learn from", "for validation"])
        let counts = try classes.classes.map { name in
            (name, train.count { labels[$0].contains(name) }, valid.count { labels[$0].contains(name) })
        }
        for (name, a, b) in counts.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }).prefix(5) { table.add(name, a, b) }
        show(table, "Photos of the five rarest labels, \(dataName)")

        // Exercise 6.4 divides photos such that no label is left without one to learn from.
    }
}
