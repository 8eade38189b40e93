// # Crops
//
// Section 21.3 · After this page you can cut a piece out of a picture, in its middle or anywhere, and give a picture a
// margin; and you know what a dataset becomes when chance is one of its transforms.

import Figures
import Layers
import Notebook
import Tensors

// The other transforms change what a picture shows. They are used for *augmentation*: from one picture, make many that
// show the same thing a little differently, so that a net cannot learn any of them by heart. They work on tensors
// [channels, rows, columns].
//
// A crop is a piece with the same channels. Indexing does it, in `cropped`: all channels, some rows, some columns. It
// must lie inside. What has no channels is refused first, here and in all that follow:

/// That x is [channels, rows, columns].
func requireChannels(_ x: Tensor, _ transform: String) throws {
    guard x.rank == 3 else {
        throw TransformError(transform, "expected channels, rows, columns; found \(x.shape)")
    }
}

/// The piece of x [c, h, w] that begins at (top, left): [c, height, width]
/// - Throws: `TransformError` when it is empty, or reaches outside.
public func cropped(_ x: Tensor, top: Int, left: Int, height: Int, width: Int) throws -> Tensor {
    try requireChannels(x, "cropped")
    let isInside = top >= 0 && left >= 0 && top + height <= x.shape[1] && left + width <= x.shape[2]
    guard isInside, height > 0, width > 0 else {
        let piece = "\(height) × \(width) at row \(top), column \(left)"
        throw TransformError("cropped", "\(piece) is not inside a picture of \(x.shape[1]) × \(x.shape[2])")
    }
    return x[0..., top..<top + height, left..<left + width]
}

// In the middle, as much is left over on both sides. When that is an odd number, one side gets one more. Ours always
// has the smaller part at the top and at the left. (torchvision rounds half of what is left over as Python rounds, to
// the even neighbour.)

/// The square in the middle [c, h, w] → [c, size, size].
public struct CenterCrop: Transform {
    public let size: Int

    public init(_ size: Int) { self.size = size }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        try requireChannels(x, "CenterCrop")
        return try cropped(x, top: (x.shape[1] - size) / 2, left: (x.shape[2] - size) / 2, height: size, width: size)
    }
}

// The opposite is a margin. All is zeros, and the picture is put into the middle:

/// A margin of zeros on all four sides [c, h, w] → [c, h + 2 · margin, w + 2 · margin].
public struct Pad: Transform {
    public let margin: Int

    public init(_ margin: Int) { self.margin = margin }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        try requireChannels(x, "Pad")
        guard margin >= 0 else { throw TransformError("Pad", "expected a margin of 0 or more, found \(margin)") }
        var padded = Tensor.zeros(x.shape[0], x.shape[1] + 2 * margin, x.shape[2] + 2 * margin)
        padded[0..., margin..<margin + x.shape[1], margin..<margin + x.shape[2]] = x
        return padded
    }
}

extension BirdsAndAirplanes {
    func cropsAndMargins() throws {
        // Both, on nine numbers:
        let nine = Tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])
        show(try cropped(nine, top: 1, left: 0, height: 2, width: 2), "two rows and two columns from row 1, column 0")
        show(try CenterCrop(1)(nine).item, "the number in the middle")
        let padded = try Pad(1)(nine)
        show(padded.shape, "shape with a margin of 1", ask: "[1, 3, 3] gets a margin of 1. What is its shape?")
        show(try CenterCrop(3)(padded).scalars == nine.scalars, "the crop takes the margin away again")
        show(padded.scalars == nine.padded(1, lastAxes: 2).scalars, "the engine's `padded` makes the same margin")
        do {
            _ = try CenterCrop(5)(nine)
        } catch {
            show("\(error)", "what CenterCrop(5) throws")
        }
    }
}

// A random crop chooses its place by chance. All places that lie inside are as likely as any other: in a row of 40, a
// piece of 32 can begin at 0, 1, … 8. It draws from a generator that it keeps. `RandomStream` is the engine's: a
// generator that is a class, so that all who hold it draw from the same stream, and each number comes once.

/// A square from a random place, after a margin of zeros: [c, h, w] → [c, size, size].
public struct RandomCrop: Transform {
    public let size, padding: Int
    private let random: RandomStream

    public init(_ size: Int, padding: Int = 0, using random: RandomStream) {
        (self.size, self.padding, self.random) = (size, padding, random)
    }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        let padded = try Pad(padding)(x)
        let (rows, columns) = (padded.shape[1] - size, padded.shape[2] - size)
        guard rows >= 0, columns >= 0 else {
            throw TransformError(
                "RandomCrop", "\(size) × \(size) is more than a picture of \(padded.shape[1]) × \(padded.shape[2]) has")
        }
        let (top, left) = (place(upTo: rows), place(upTo: columns))
        return try cropped(padded, top: top, left: left, height: size, width: size)
    }

    /// A whole number from 0 to `last`, each as likely as the others.
    private func place(upTo last: Int) -> Int {
        var random = random
        return Int(random.uniform() * Double(last + 1))
    }
}

extension BirdsAndAirplanes {
    func sameItemTwice() throws {
        // With a margin of 4 and a crop of 32, the size stays 32, and the picture moves by up to four pixels. Ask such
        // a dataset for the same item eight times:
        let crop = RandomCrop(32, padding: 4, using: RandomStream(seed: run.seed))
        let tensors = PictureDataset(try pictures.train).transformed(by: ToTensor())
        let random = tensors.transformed(by: crop)
        let eight = try (0..<8).map { _ in try random[99].0 }
        show(ImageGrid(eight.map { Raster($0) }, columns: 4), "Item 99 of \(dataName), asked for eight times")
        let kinds = Set(eight.map(\.scalars)).count
        show(
            kinds, "different pictures among the eight",
            predict: .yesNo("Is item 99 the same picture every time that it is asked for?", kinds == 1))

        // So this is a dataset whose items change: the transform runs at every access. That is wanted in training,
        // where every epoch sees new pictures, and a nuisance when something has to be found again. A stream with the
        // same seed makes the same crops in the same order:
        let again = tensors.transformed(
            by: RandomCrop(32, padding: 4, using: RandomStream(seed: run.seed)))
        show(try eight.allSatisfy { try again[99].0.scalars == $0.scalars }, "the same eight with the same seed")

        // What training on crops does to a net is measured in section 21.10, and in small in exercise 21.5.
    }
}
