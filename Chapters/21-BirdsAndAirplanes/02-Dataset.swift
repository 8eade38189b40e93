// # The Dataset protocol
//
// Section 21.2 · After this page you can say what a dataset is, write one, and get a picture with its label by its
// number.

import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// Code that trains should not care where pictures come from. So PyTorch asks for two methods only, `__len__` and
// `__getitem__`, and calls every class that has them a dataset. In Swift that is a protocol with a count and a
// subscript. An item is a sample and the number of its class. What a sample is depends on the dataset: for the
// moment it is a table of bytes, later a tensor of floats. Getting an item may fail, and then it throws:

/// Items by their number, from 0 to `count` - 1.
public protocol Dataset<Sample> {
    associatedtype Sample
    var count: Int { get }
    /// The sample of this number, and its label.
    subscript(index: Int) -> (Sample, Int) { get throws }
}

extension BirdsAndAirplanes {
    func diagramOfADataset() {
        // A dataset need not hold its data. They may be in memory, in files that are opened when an item is asked for,
        // or nowhere yet. It only gives access to them, in the same way for all:
        show(
            FlowChart(
                ["memory, files or a formula", "Dataset: count, subscript", "a sample and its label"],
                title: "Whatever is behind it, a dataset is asked by number"),
            "What a dataset is")
    }
}

// Asking for an item that does not exist is an error of its own. (In Python, it is an `IndexError`, and that is more
// than a complaint: a `for` loop over such an object counts from 0 until the error ends it.)

/// Thrown where a dataset is asked for an item that it has not.
public struct NoSuchItem: Error, Equatable, CustomStringConvertible {
    public let index, count: Int

    public init(_ index: Int, of count: Int) { (self.index, self.count) = (index, count) }

    public var description: String {
        "there is no item \(index): this dataset " + (count == 0 ? "is empty" : "has the items 0 to \(count - 1)")
    }
}

// Our first dataset has its pictures in memory, as the files have them: bytes from 0 to 255, and for every pixel a red,
// a green and a blue one. So a sample has the shape [32, 32, 3]: rows, columns, colours.

/// Pictures as they are, [32, 32, 3], with their labels. (The book's `CIFAR10` without a transform.)
public struct PictureDataset: Dataset {
    public let pictures: TinyPictures

    public init(_ pictures: TinyPictures) { self.pictures = pictures }

    public var count: Int { pictures.count }

    public subscript(index: Int) -> (ByteTensor, Int) {
        get throws {
            guard (0..<count).contains(index) else { throw NoSuchItem(index, of: count) }
            return (pictures.images[index], pictures.labels[index])
        }
    }
}

extension BirdsAndAirplanes {
    func countAndSubscript() throws {
        // The book prints from which classes its `CIFAR10` is descended: `VisionDataset`, then `Dataset`, then
        // `object`. A Swift struct has no ancestors. It keeps promises, and the compiler has checked this one. In the
        // book, `len(cifar10)` is 50,000. Here:
        let dataset: any Dataset<ByteTensor> = PictureDataset(try pictures.train)
        record("dataset/count", dataset.count, book: 50_000, on: allOrigin)

        // And the book looks at item 99:
        let (picture, label) = try dataset[99]
        show(picture.shape, "shape of item 99", ask: "What is the shape of the picture in item 99?")
        show(picture[5, 16], "its pixel in row 5, column 16: red, green and blue")
        record("item-99/label", label, book: 1, on: itemOrigin)
        show(try pictures.classNames[label], "the class of item 99")
        show(Raster(picture), "Item 99 of \(dataName)")

        // In the book it is a red car, class 1, `automobile`. Only the files of the book's data set, in their own
        // order, have it at this place. (And in a book printed in black and white, nobody sees that it is red.)
        //
        // What a list of names is for: a net deals in numbers, people want to read words. The book uses `class_names`
        // without showing where it comes from; ours are written on the first page.

        // There is no item before the first, and none after the last:
        do {
            _ = try dataset[dataset.count]
        } catch {
            show("\(error)", "what dataset[dataset.count] throws")
        }
    }
}

// Whatever is to be known of the data can be had through the two methods. How many pictures has each class? This
// function does not know what a picture is:

/// How often each label occurs in a dataset.
func labelCounts(_ dataset: some Dataset) throws -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for index in 0..<dataset.count { counts[try dataset[index].1, default: 0] += 1 }
    return counts
}

extension BirdsAndAirplanes {
    func countingIsEnough() throws {
        // On the pictures of this run:
        let dataset = PictureDataset(try pictures.train)
        let (counts, names) = (try labelCounts(dataset), try pictures.classNames)
        show(
            Chart("Pictures of each class, counted by asking for every item", x: "class", y: "pictures") {
                Bars(names, names.indices.map { counts[$0] ?? 0 })
            }, "Classes of the training pictures, \(dataName)")
        show(counts.values.reduce(0, +) == dataset.count, "the counts sum to the count of the dataset")
    }
}
