// # Step by step
//
// Section 6.2 · After this page you can build a plan for data in small steps, and look at an item after each of them.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A data block has many parts, and whoever writes down all of them at once will search for the mistake afterwards. The
// book starts with none and adds one part after the other, with a look at an item after each. Here are its eight states
// in the same order. `BarePlan` is a plan that knows two functions and a way to divide items, and no more.

/// How items become pairs, and which of them are judged by. (The book's `DataBlock`, as long as it has no blocks.)
public struct BarePlan<Item, Input, Target> {
    public var getX: (Item) -> Input
    public var getY: (Item) -> Target
    public var splitter = Splitter<Item>.random(seed: 42)

    public init(getX: @escaping (Item) -> Input, getY: @escaping (Item) -> Target) {
        (self.getX, self.getY) = (getX, getY)
    }

    /// The plan, applied. (The book's `datasets`.)
    public func datasets(_ items: [Item]) throws -> PairDatasets<Item, Input, Target> {
        let parts = try splitter(items)
        return PairDatasets(
            train: PairDataset(parts.train.map { items[$0] }, getX: getX, getY: getY),
            valid: PairDataset(parts.valid.map { items[$0] }, getX: getX, getY: getY))
    }
}

extension BarePlan where Input == Item, Target == Item {
    /// The plan that says nothing: input and target are the item itself.
    public init() { self.init(getX: { $0 }, getY: { $0 }) }
}

// Two functions will be needed soon, `nameOf` and `labelTextOf`. Each gives one cell of a row.

/// The file's name in a row.
func nameOf(_ row: LabelledPhoto) -> String { row.fname }

/// The labels in a row, as one text.
func labelTextOf(_ row: LabelledPhoto) -> String { row.labels }

extension OtherVisionProblems {
    func theRowTwice() throws {
        // **State 1.** A plan that says nothing, applied to the rows of the table. The book's `DataBlock()` supposes
        // that there are two things, input and target, and knows no better than to take the row for both. (`shown` is
        // the place of the first item to learn from that has a label.)
        let sets = try BarePlan<LabelledPhoto, _, _>().datasets(try photos)
        let (x, y) = sets.train[try shown]
        show(text(of: x) + "\n" + text(of: y), "state 1: an item to learn from")
        show(
            x == y, "input and target are the same",
            predict: .yesNo(
                "The plan says nothing of inputs and targets. Are the two halves of an item the same?", x == y))
        show("\(sets.train.count), \(sets.valid.count)", "items to learn from, and for validation")

        // The two sets came by chance, a fifth for validation. That is a default, too, and state 7 replaces it.
    }

    func twoClosures() throws {
        // **State 2.** Which column is the input, which the target? Two closures say it, in Python two lambdas:
        let plan = BarePlan<LabelledPhoto, String, String>(getX: { $0.fname }, getY: { $0.labels })
        show("\(try plan.datasets(try photos).train[try shown])", "state 2: with closures")

        // **State 3.** The same by functions that have names, `nameOf` and `labelTextOf`. The result is the same, and
        // the item, too: our split has a seed. (The book's items differ from state to state, as its split has none.)
        let named = BarePlan(getX: nameOf, getY: labelTextOf)
        show("\(try named.datasets(try photos).train[try shown])", "state 3: with named functions")

        // Why names? The next page tells.
    }
}

// A name is not enough to open a file, and "horse person" is not a label. So `photoOf` makes a path of the row, and
// `labelsOf` cuts the text at its spaces. An empty text becomes an empty list. (In Python it takes some care:
// `''.split(' ')` is a list with one empty text, and then "" would become a class of its own.)

/// The photo of a row: the data set's folder, `train`, and the name. (The book's `get_x`.)
public func photoOf(_ row: LabelledPhoto) -> URL { row.path.appending(path: "train").appending(path: row.fname) }

/// What is on the photo of a row, as a list. (The book's `get_y`.)
public func labelsOf(_ row: LabelledPhoto) -> [String] { row.labels.split(separator: " ").map(String.init) }

extension OtherVisionProblems {
    func pathsAndLists() throws {
        // **State 4.** Paths and lists:
        let sets = try BarePlan(getX: photoOf, getY: labelsOf).datasets(try photos)
        let (x, y) = sets.train[try shown]
        show("\(try scenes.shortName(x)), \(y)", "state 4: a path and a list")
        let empty = LabelledPhoto(fname: "1.jpg", labels: "", isValid: false, path: URL(filePath: "/data"))
        show(
            labelsOf(empty).count, "labels of a photo that shows nothing",
            ask: "The labels of a photo are an empty text. How many labels are in the list?")
    }
}

// MARK: Helpers

/// A row as a table would print it.
private func text(of row: LabelledPhoto) -> String {
    "fname \(row.fname), labels \(row.labels.isEmpty ? "(none)" : row.labels), is_valid \(row.isValid)"
}

extension OtherVisionProblems {
    /// The place, in the set to learn from, of the first item that has a label.
    var shown: Int {
        get throws {
            let photos = try photos
            return try Splitter.random(seed: 42)(photos).train.firstIndex { !labelsOf(photos[$0]).isEmpty } ?? 0
        }
    }
}
