// # From bytes to floats
//
// Section 21.3 · After this page you can turn a picture into a tensor, and have a dataset do it with every item.

import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// A net computes with floats, and a picture is made of bytes. So something has to happen to every sample between the
// dataset and the net. The book's library, torchvision, has many such steps, and calls them transforms: objects that
// can be called like a function. Given to a dataset, they are applied whenever an item is asked for. In Swift:

/// Something that is done to a sample. Its types say what it takes and what it gives.
public protocol Transform<Input, Output> {
    associatedtype Input
    associatedtype Output
    func callAsFunction(_ input: Input) throws -> Output
}

// What can go wrong is a picture of the wrong shape. The error says which transform has refused it, and why:

/// Thrown by a transform that cannot do its work on a sample.
public struct TransformError: Error, Equatable, CustomStringConvertible {
    public let transform, problem: String

    public init(_ transform: String, _ problem: String) { (self.transform, self.problem) = (transform, problem) }

    public var description: String { "\(transform): \(problem)" }
}

// The first transform does three things. Bytes become floats; 0 to 255 becomes 0 to 1; and the colours, which came
// last, come first. A picture of 32 rows and 32 columns with 3 colours becomes 3 pictures of 32 rows and 32 columns,
// one for each colour: these are its *channels*. Layers that know about places want them so (chapter 13). By indexing
// alone:

/// A picture [height, width, colours] of bytes → a tensor [colours, height, width] of floats from 0 to 1.
public func tensorByIndexing(_ picture: ByteTensor) -> Tensor {
    let (height, width, colours) = (picture.shape[0], picture.shape[1], picture.shape[2])
    let bytes = picture.scalars
    var floats = [Float](repeating: 0, count: bytes.count)
    for row in 0..<height {
        for column in 0..<width {
            for colour in 0..<colours {
                let from = (row * width + column) * colours + colour
                let to = (colour * height + row) * width + column
                floats[to] = Float(bytes[from]) / 255
            }
        }
    }
    return Tensor(shape: [colours, height, width], floats)
}

// The engine has all three steps. `permuted(2, 0, 1)` puts the axes into another order: axis 2, the colours, comes
// first, then rows and columns (the next page takes that apart). `Tensor(bytes)` makes floats, and they can be divided.
// So the transform is one line, and it refuses what is no picture:

/// A picture [height, width, colours] of bytes → a tensor [colours, height, width] of floats from 0 to 1.
public struct ToTensor: Transform {
    public init() {}

    public func callAsFunction(_ picture: ByteTensor) throws -> Tensor {
        guard picture.rank == 3 else {
            throw TransformError("ToTensor", "expected rows, columns, colours; found \(picture.shape)")
        }
        return Tensor(picture.permuted(2, 0, 1)) / 255
    }
}

extension BirdsAndAirplanes {
    func pictureToTensor() throws {
        // On item 99 of the page before:
        let picture = try PictureDataset(try pictures.train)[99].0
        let tensor = try ToTensor()(picture)
        show(tensor.shape, "shape of the tensor", ask: "The picture is [32, 32, 3]. What is the shape of its tensor?")
        show(picture[5, 16, 0], "red in row 5, column 16, as a byte")
        show(tensor[0, 5, 16].item, "the same as a float")
        show(tensorByIndexing(picture).scalars == tensor.scalars, "both ways give the same floats, all \(tensor.count)")

        // The book prints the smallest and the largest float of its item 99. They are 0 and 1: that picture has pixels
        // that are quite dark, and others that are quite light.
        record("item-99/min", tensor.min().item, book: 0, on: itemOrigin)
        record("item-99/max", tensor.max().item, book: 1, on: itemOrigin)

        // A picture without colours has two axes, and is refused:
        do {
            _ = try ToTensor()(picture[0..., 0..., 0])
        } catch {
            show("\(error)", "what ToTensor throws")
        }
    }
}

// Now a dataset that applies a transform. It keeps another dataset, and does something to the sample only; the label
// goes through unchanged. `transformed(by:)` makes one:

/// A dataset whose samples go through a transform, each time that one is asked for. (The book's `transform=`.)
public struct Transformed<Base: Dataset, Step: Transform>: Dataset where Step.Input == Base.Sample {
    public let base: Base
    public let transform: Step

    public var count: Int { base.count }

    public subscript(index: Int) -> (Step.Output, Int) {
        get throws {
            let (sample, label) = try base[index]
            return (try transform(sample), label)
        }
    }
}

extension Dataset {
    /// The same items, with their samples transformed.
    public func transformed<Step: Transform>(by transform: Step) -> Transformed<Self, Step>
    where Step.Input == Sample {
        Transformed(base: self, transform: transform)
    }
}

extension BirdsAndAirplanes {
    func transformedDataset() throws {
        // (The book's `tensor_cifar10`.)
        let tensors = PictureDataset(try pictures.train).transformed(by: ToTensor())
        let (sample, label) = try tensors[99]
        show("\(type(of: sample)) \(sample.shape), label \(label)", "item 99 now")
        record("item-99/channels", sample.shape[0], book: 3, on: allOrigin)
        record("item-99/height", sample.shape[1], book: 32, on: allOrigin)
        record("item-99/width", sample.shape[2], book: 32, on: allOrigin)
        show(
            tensors.count == (try pictures.train.count), "as many items as before",
            ask: "Has the transformed dataset as many items as the one that it is made of?")

        // Nothing was computed until item 99 was asked for, and nothing was kept. That costs time in every epoch, and
        // saves memory: floats take four times as many bytes as bytes do.
    }
}
