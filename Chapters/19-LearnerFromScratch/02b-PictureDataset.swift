// # A dataset of pictures, and its batches
//
// Section 19.2 · After this page you can make a dataset of files and labels, and collate its items into a batch.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// Files, labels and a size: that is our dataset. An item is made when it is asked for, and forgotten when it has been
// used. So the data set may be larger than the memory. Nothing in this struct changes, so any number of threads may ask
// it at once:

/// Pictures in files, whose folder is their label. (The book's `Dataset`.)
public struct PictureDataset: Dataset {
    public let files: [URL]
    /// The names of the classes; the number of a class is its place.
    public let labels: [String]
    /// The height and width of every item.
    public let size: Int
    private let numbers: [String: Int]

    public init(_ files: [URL], labels: [String], size: Int = 64) {
        require(size > 0, "pictures of \(size) × \(size) pixels", "there would be nothing to see", try: "at least 1")
        (self.files, self.labels, self.size) = (files, labels, size)
        numbers = labels.valueToIndex()
    }

    public var count: Int { files.count }

    /// x [size, size, 3] with numbers from 0 to 1, and the number of its class.
    /// - Throws: `DatasetError` that names the file.
    public subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws {
            let file = files[index]
            guard let y = numbers[file.parent.name] else {
                throw DatasetError(file.path, "its folder is none of the classes \(labels)")
            }
            return (resized(Tensor(try openAsRGB(file)) / 255, to: size), y)
        }
    }
}

extension LearnerFromScratch {
    func splitIntoTwo() throws {
        // The two datasets of this run, split by the mask of section 19.1, with the same classes:
        let isTrain = try files.map { $0.parent.parent.name == "train" }
        let train = PictureDataset(try files[isTrain], labels: try labels)
        let valid = PictureDataset(try files[~isTrain], labels: try labels)
        show("\(train.count) for training, \(valid.count) for validation", dataName)
    }

    func lookAtAnItem() throws {
        // Always test everything right after building it. The first item:
        let (x, y) = try trainSet[0]
        show(x.shape, "shape of item 0", ask: "What shape does item 0 have?")
        show(y, "its class")
        record("item/height", x.shape[0], book: 64, on: source)
        record("item/channels", x.shape[2], book: 3, on: source)
        record("item/label", y, book: 0, on: source)
        show(x.min().item >= 0 && x.max().item <= 1, "all numbers are from 0 to 1")

        // And a look at some, with their labels. (The book's `show_image`.) If a label were wrong, or a picture upside
        // down, you would see it now, and not after a week of training:
        let some = stride(from: 0, to: try trainSet.count, by: max(1, try trainSet.count / 10)).prefix(10)
        let items = try some.map { try trainSet[$0] }
        show(
            ImageGrid(
                items.map { Raster($0.x) }, titles: try items.map { "\(try labels[$0.y])" }, columns: 5),
            "Items of the training set, titled with their labels")
    }
}

// Training goes by batches. So the items of some numbers are fetched, and stacked along a new first axis: they are
// *collated*, which is what the function `collate` does. The classes stay a list of whole numbers.

/// Some items, stacked: x [n, …], and their classes.
public struct Batch: Sendable {
    public var x: Tensor
    public var y: [Int]

    public init(x: Tensor, y: [Int]) { (self.x, self.y) = (x, y) }
}

/// The items of these numbers as a batch.
/// - Throws: what getting an item throws, and a `DatasetError` for items of different shapes.
public func collate(_ indices: [Int], _ dataset: any Dataset) throws -> Batch {
    let items = try indices.map { try dataset[$0] }
    if let first = items.first, let odd = items.firstIndex(where: { $0.x.shape != first.x.shape }) {
        throw DatasetError(
            "item \(indices[odd])",
            "its shape is \(items[odd].x.shape), that of item \(indices[0]) is \(first.x.shape)",
            try: "make all items alike in the dataset, in size and channels")
    }
    return Batch(x: Tensor.stack(items.map(\.x)), y: items.map(\.y))
}

extension LearnerFromScratch {
    func collateTwo() throws {
        // Items 1 and 2, as in the book:
        let batch = try collate([1, 2], try trainSet)
        show(batch.x.shape, "shape of x", ask: "What is the shape of x, collated from items 1 and 2?")
        show(batch.y, "y; in the book [0, 0]")
        record("collated/items", batch.x.shape[0], book: 2, on: source)
        record("collated/height", batch.x.shape[1], book: 64, on: source)
        record("collated/channels", batch.x.shape[3], book: 3, on: source)
        show(largestDifference(batch.x[1], try trainSet[2].x) == 0, "x[1] is item 2")
    }
}

// Now the mistake that the conversion and the resizing prevent. A dataset that opens files as they are has items of
// different shapes:

/// Pictures as they are in their files: without a conversion, in their own sizes.
struct Unprepared: Dataset {
    let files: [URL]
    var count: Int { files.count }
    subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws { (Tensor(try openPicture(files[index])) / 255, 0) }
    }
}

extension LearnerFromScratch {
    func collateWhatDiffers() throws {
        // The grey boat and the one in red, green and blue, from section 19.1:
        let boats = try TinyBoat.write(to: try workFolder()).map(\.file)
        do {
            _ = try collate([0, 2], Unprepared(files: boats))
        } catch {
            show("\(error)", "what collate throws")
        }
        let prepared = try boats.map { resized(Tensor(try openAsRGB($0)) / 255, to: 64) }
        show(Tensor.stack(prepared).shape, "all four, converted and resized")
    }
}
