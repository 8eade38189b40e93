// # Summary: a data block at work, step by step
//
// A plan that reads well may do the wrong thing, or fail in the middle of an epoch. A summary takes the plan through
// one item and one small batch, and writes down what each step makes. Where a step fails, it ends with what went wrong.

import Common
import Foundation
import Tensors
import Training

/// What a data block does, in words.
public struct DataBlockSummary: CustomStringConvertible {
    public private(set) var lines: [String] = []
    /// What went wrong; nil when all steps worked.
    public private(set) var problem: (any Error)?

    public var description: String { lines.joined(separator: "\n") }

    fileprivate mutating func add(_ line: String, indent: Int = 0) {
        lines.append(String(repeating: "  ", count: indent) + line)
    }

    fileprivate mutating func end(with problem: any Error) {
        self.problem = problem
        add("Error: \(problem)")
    }
}

extension DataBlock {
    /// What the plan does with a folder. (The book's `summary`.) It never fails: its last line says what would.
    /// - Parameter count: how many photos the batch has.
    public func summary(_ folder: URL, count: Int = 4) -> DataBlockSummary {
        summary("Collecting items from \(folder.path)", count) { try items(folder) }
    }

    /// The same for items that are there already.
    public func summary(of items: [Item], count: Int = 4) -> DataBlockSummary {
        summary("Items are given", count) { items }
    }

    private func summary(_ head: String, _ count: Int, _ items: () throws -> [Item]) -> DataBlockSummary {
        var text = DataBlockSummary()
        text.add("Blocks: a photo → \(Target.kind)")
        text.add(head)
        do {
            let items = try items()
            text.add("Found \(counted(items.count, "item"))", indent: 1)
            text.add("Splitting by \(splitter.name)")
            let parts = try splitter(items)
            text.add("2 sets of \(parts.train.count) and \(counted(parts.valid.count, "item"))", indent: 1)
            text.add("Labelling all items, and learning the targets from the first set")
            let sets = try datasets(of: items)
            text.add("a prediction has \(counted(sets.target.outputs, "number"))", indent: 1)
            try addItem(of: sets, to: &text)
            try addBatch(of: sets, count, to: &text)
        } catch { text.end(with: error) }
        return text
    }

    /// The first training item, through every step.
    private func addItem(of sets: PhotoDatasets<Target>, to text: inout DataBlockSummary) throws {
        let set = sets.train
        text.add("Building one item: \(set.names[0])")
        let opened = try set.photos[0].opened()
        text.add("open the photo → \(opened.size.width) × \(opened.size.height) pixels (width × height)", indent: 1)
        let (value, label) = (sets.target.text(of: set.values[0]), labelText(set.labels[0]))
        if set.labels[0] is KeyPoints {
            // Pixels come first: people can find those in the photo.
            text.add("label → \(label)", indent: 1)
            text.add("in shares of the photo, from -1 to 1 → \(value)", indent: 1)
        } else {
            text.add("label → \(value)", indent: 1)
            if label != value { text.add("as the loader has it → \(label)", indent: 1) }
        }
        var random = SplitMix64(seed: 1)
        let photo = try pipeline.framed(opened, isTraining: true, using: &random).photo
        text.add("item transform: \(pipeline.item.map { nameOfType($0) } ?? "none")", indent: 1)
        text.add("as a tensor → [3, \(photo.height), \(photo.width)]", indent: 2)
        let names = pipeline.batch.map { nameOfType($0) }
        text.add("batch transforms: \(names.isEmpty ? "none" : names.joined(separator: ", "))", indent: 1)
        let picture = pipeline.augmented(photo, isTraining: true, using: &random).picture
        text.add("one map, one interpolation → \(picture.shape)", indent: 2)
        text.add("normalization: \(pipeline.normalization == nil ? "none" : "by mean and deviation")", indent: 1)
    }

    private func addBatch(of sets: PhotoDatasets<Target>, _ count: Int, to text: inout DataBlockSummary) throws {
        let count = min(count, sets.train.count)
        text.add("Building one batch of \(counted(count, "item"))")
        let loader = DataLoader(
            photos: Array(sets.train.photos[..<count]), labels: Array(sets.train.labels[..<count]),
            pipeline: pipeline, batchSize: count)
        guard let (x, y) = loader.first else {
            text.add("the photos cannot be collated to one tensor", indent: 1)
            throw loader.problem ?? PhotoProblem("the training set", "it has no batch")
        }
        text.add("photos → \(x.shape)", indent: 1)
        text.add("labels → \(shapeText(of: y))", indent: 1)
    }
}

private func nameOfType(_ thing: Any) -> String { "\(type(of: thing))" }

/// A label on one line. Nobody reads the thousands of codes of a mask.
private func labelText(_ label: Any) -> String {
    if let mask = label as? Mask { return "\(mask.width) × \(mask.height) codes (width × height)" }
    return "\(label)"
}

private func shapeText(of batch: Any) -> String {
    switch batch {
    case let x as Tensor: "\(x.shape)"
    case let x as IntTensor: "\(x.shape), whole numbers"
    case let x as [Any]: "a list of \(x.count)"
    default: "\(type(of: batch))"
    }
}
