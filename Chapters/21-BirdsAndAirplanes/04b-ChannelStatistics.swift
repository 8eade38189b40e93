// # Mean and deviation of each channel
//
// Section 21.4 · After this page you can stack pictures into one tensor, give it another shape, and compute two numbers
// for each colour over all of them.

import Figures
import Notebook
import Tensors

// What shall a channel look like before a net sees it? Mean 0 and standard deviation 1, over all pictures. A later page
// of this section says why. The transform that does it needs to know mean and deviation beforehand, from the training
// pictures.
//
// The book stacks all of them into one tensor, along a new last axis: 50,000 of [3, 32, 32] become [3, 32, 32, 50000].
// Then it takes the channels apart from everything else, `imgs.view(3, -1)`: three rows, and -1 stands for whatever
// length is left. Of each row it takes mean and deviation. First with two pictures of two pixels, by hand:

/// Tensors of one shape, stacked along a new last axis: n of [c, h, w] → [c, h, w, n]. (The book's
/// `torch.stack(…, dim=3)`.)
public func stackedLast(_ pictures: [Tensor]) -> Tensor {
    let numbers = pictures.map(\.scalars)
    let places = numbers[0].indices
    return Tensor(shape: pictures[0].shape + [pictures.count], places.flatMap { place in numbers.map { $0[place] } })
}

extension BirdsAndAirplanes {
    func stackTwo() {
        // Three channels, one row, two columns:
        let a = Tensor([[[1, 2]], [[10, 20]], [[100, 200]]])
        let b = Tensor([[[3, 4]], [[30, 40]], [[300, 400]]])
        let stack = stackedLast([a, b])
        show(
            stack.shape, "shape of the stack", ask: "Two tensors [3, 1, 2], stacked along a new last axis: which shape?"
        )
        show(stack.scalars == Tensor.stack([a, b], axis: 3).scalars, "the engine's `stack` gives the same")
        let rows = stack.reshaped(3, -1)
        show(rows, "as three rows: every number of a channel, whatever place and picture it is from")
        show(
            rows.mean(axis: 1), "the mean of each channel",
            ask: "The rows are [1, 3, 2, 4] and ten and a hundred times that. What are the three means?")

        // (In the margin, the book explains `view(3, -1)` for a single picture, 3 × 1,024. With all 50,000 it is
        // 3 × 51,200,000.)
    }

    func stackAFewPictures() throws {
        // The real thing, with the first pictures of the run: mean and deviation of each channel.
        let tensors = PictureDataset(try pictures.train).transformed(by: ToTensor())
        let count = min(run.size(quick: 100, usual: 1000), tensors.count)
        let stack = Tensor.stack(try (0..<count).map { try tensors[$0].0 }, axis: 3)
        show(stack.shape, "shape of the stack")
        let rows = stack.reshaped(3, -1)
        show(rows.mean(axis: 1), "means of \(count) pictures")
        show(rows.std(axis: 1), "standard deviations")

        // As floats, all 50,000 take 50,000 · 3,072 · 4 bytes:
        let bytes = 50_000 * 3072 * 4
        show(
            Double(bytes) / 1e6, "megabytes for the book's stack",
            predict: .number("How many megabytes does the book's stack take?", Double(bytes) / 1e6))
    }
}

// That is a lot for six numbers. Neither mean nor deviation needs all pictures at once: the count, the sum and the sum
// of squares of each channel are enough. Pictures can come one after the other and be forgotten. The mean is sum / n.
// The variance is the mean of the squares less the square of the mean; divided by n - 1 in place of n, as the book's
// `std` does, it is a tiny bit larger. All sums are in double precision (the next page shows what happens otherwise):

/// Sums over pictures that come one after the other, for each channel.
public struct RunningStatistics: Sendable {
    public private(set) var count = 0
    private var sums: [Double]
    private var squares: [Double]

    public init(channels: Int = 3) {
        (sums, squares) = ([Double](repeating: 0, count: channels), [Double](repeating: 0, count: channels))
    }

    /// Adds all pixels of a picture [c, h, w].
    public mutating func add(_ x: Tensor) {
        let (numbers, area) = (x.scalars, x.shape[1] * x.shape[2])
        count += area
        for channel in sums.indices {
            for number in numbers[channel * area..<(channel + 1) * area] {
                sums[channel] += Double(number)
                squares[channel] += Double(number) * Double(number)
            }
        }
    }

    public var mean: [Double] { sums.map { $0 / Double(count) } }

    public var deviation: [Double] {
        zip(squares, mean).map { square, mean in
            (max(0, square - Double(count) * mean * mean) / Double(count - 1)).squareRoot()
        }
    }
}

extension BirdsAndAirplanes {
    func allPicturesInAStream() throws {
        let tensors = PictureDataset(try pictures.train).transformed(by: ToTensor())
        var running = RunningStatistics()
        try progress("Adding up pixels", tensors.count) { bar in
            for index in 0..<tensors.count {
                running.add(try tensors[index].0)
                bar.advance()
            }
        }
        let differs =
            (allOrigin.isBooks ? "" : "other pictures; ") + "summed in double precision; the book's are sums of floats"
        for (channel, name) in ["red", "green", "blue"].enumerated() {
            record(
                "channels/\(name)-mean", running.mean[channel], book: [0.4915, 0.4823, 0.4468][channel],
                differs: differs, on: allOrigin)
            record(
                "channels/\(name)-deviation", running.deviation[channel], book: [0.2470, 0.2435, 0.2616][channel],
                differs: differs, on: allOrigin)
        }

        // On CIFAR-10's 50,000 pictures, the exact means are 0.4914, 0.4822 and 0.4465. The book's are a little larger,
        // by 0.0003 for blue. That is not much, and no net will mind. But where does it come from? The next page shows
        // what sums of floats do.
    }
}
