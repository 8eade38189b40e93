// # Normalizing a picture
//
// Section 21.4 · After this page you can normalize a picture by its channels and undo it, and you know why a normalized
// picture looks wrong.

import Common
import Figures
import Notebook
import Tensors

// Each number of channel c becomes v[c] ← (v[c] - mean[c]) / deviation[c]. By indexing alone:

/// Each channel of x [c, h, w] less its mean, divided by its deviation.
public func normalizedByHand(_ x: Tensor, mean: [Float], deviation: [Float]) -> Tensor {
    var (numbers, area) = (x.scalars, x.shape[1] * x.shape[2])
    for place in numbers.indices {
        let channel = place / area
        numbers[place] = (numbers[place] - mean[channel]) / deviation[channel]
    }
    return Tensor(shape: x.shape, numbers)
}

// With broadcasting it is the formula itself. Three means must meet three channels, so they get the shape [3, 1, 1]:
// one for each channel, the same for all rows and columns. It then works on a whole batch [n, 3, 32, 32], too. The
// numbers are computed beforehand, from the training pictures. The transform only uses them, and it knows the way back:

/// Brings every channel to mean 0 and standard deviation 1, if its numbers are those of the pictures.
public struct Normalize: Transform, CustomStringConvertible {
    /// One number for each channel [c].
    public let mean, deviation: Tensor

    public init(mean: [Float], deviation: [Float]) { (self.mean, self.deviation) = (Tensor(mean), Tensor(deviation)) }

    public init(_ statistics: ChannelStatistics) {
        self.init(mean: statistics.mean.map { Float($0) }, deviation: statistics.deviation.map { Float($0) })
    }

    /// x [c, h, w] or [n, c, h, w] → the same shape
    /// - Throws: `TransformError` when x has another number of channels.
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        try check(x)
        return (x - mean.reshaped(-1, 1, 1)) / deviation.reshaped(-1, 1, 1)
    }

    /// The way back.
    public func undone(_ x: Tensor) throws -> Tensor {
        try check(x)
        return x * deviation.reshaped(-1, 1, 1) + mean.reshaped(-1, 1, 1)
    }

    private func check(_ x: Tensor) throws {
        guard x.rank >= 3, x.shape[x.rank - 3] == mean.count else {
            throw TransformError("Normalize", "expected \(mean.count) channels, rows, columns; found \(x.shape)")
        }
    }

    public var description: String { "Normalize(mean: \(mean.scalars), deviation: \(deviation.scalars))" }
}

extension BirdsAndAirplanes {
    func normalizeOne() throws {
        // With the numbers of this run, on item 99. (They are the property `normalize` of the chapter; the book makes
        // `transformed_cifar10` with them.)
        let normalize = try self.normalize
        show("\(normalize)", "the transform")
        let dataset = PictureDataset(try pictures.train).transformed(by: ToTensor().then(normalize))
        let x = try ToTensor()(try PictureDataset(try pictures.train)[99].0)
        let z = try dataset[99].0
        let byHand = normalizedByHand(x, mean: normalize.mean.scalars, deviation: normalize.deviation.scalars)
        show(z.scalars == byHand.scalars, "broadcast or by hand: the same")
        let far = (try normalize.undone(z) - x).abs().max().item
        show(far < 1e-6, "undone, all numbers are back but for rounding")

        // A single picture has not mean 0, unless it happens to be an average one. All pictures together do:
        let count = min(run.size(quick: 400, usual: 2000), dataset.count)
        show(z.mean(axes: 1, 2), "means of the channels of item 99")
        let all = try normalize(Tensor(try pictures.train.images[0..<count].permuted(0, 3, 1, 2)) / 255)
        show(all.mean(axes: 0, 2, 3), "means of \(count) pictures")
        show(all.std(axes: [0, 2, 3]), "and their standard deviations")
        let (means, deviations) = (all.mean(axes: 0, 2, 3), all.std(axes: [0, 2, 3]))
        show(means.abs().max().item < 0.1 && (deviations - 1).abs().max().item < 0.1, "0 and 1, to the first digit")

        // (Four channels, as a picture with opacity has them, do not fit to three means.)
        do {
            _ = try normalize(.zeros(4, 32, 32))
        } catch {
            show("\(error)", "what normalize throws")
        }
    }

    func threePictures() throws {
        // What does a normalized picture look like? Three pictures: as it is, normalized, and with that undone. A
        // number below 0 is painted as if it were 0, and a number above 1 as if it were 1:
        let (normalize, picture) = (try self.normalize, try PictureDataset(try pictures.train)[99].0)
        let z = try normalize(try ToTensor()(picture))
        let dark = Float((z .< 0).trueCount) / Float(z.count)
        let light = Float((z .> 1).trueCount) / Float(z.count)
        let undone = try ToPicture()(try normalize.undone(z))
        show(
            ImageGrid(
                [Raster(picture), Raster(z), Raster(undone)], titles: ["as it is", "normalized", "undone"], columns: 3),
            "Item 99 of \(dataName); normalized, what is below 0 is black, and what is above 1 as bright as can be")
        show(fixed(dark, 4), "share of the numbers below 0, painted black")
        show(fixed(light, 4), "share of the numbers above 1, painted as bright as can be")
        show(undone == picture, "undone, byte for byte the picture as it is")

        // Nothing is lost in the tensor; the screen cannot show it. About half of all numbers of a data set are below
        // their mean, so about half of what is painted is black, and the colours are wrong, because each channel was
        // stretched by itself. Undo the normalizing before you look.
        let below = try shareBelowMean(of: normalize)
        show(
            fixed(below, 4), "share of the numbers below 0 among many pictures",
            predict: .number("Which share of all normalized numbers is below 0, about?", below, within: .plusMinus(0.1))
        )
    }

    func otherNumbers() throws {
        // The numbers belong to the data. With those of another data set, the mean is not 0 any more. Here are two
        // halves of the run's pictures, the darker one and the lighter one, each by its own numbers and by the other's:
        let images = try pictures.train.images[0..<min(400, try pictures.train.count)]
        let brightness = Tensor(images).mean(axes: 1, 2, 3).scalars
        let order = brightness.indices.sorted { (brightness[$0], $0) < (brightness[$1], $1) }
        let halves = [order.prefix(order.count / 2), order.suffix(order.count / 2)].map { images.rows(Array($0)) }
        let each = halves.map { Normalize(ChannelStatistics(counting: $0)) }
        var table = TextTable(["pictures", "by their own numbers", "by the other half's"], decimals: 3)
        for (k, name) in ["the darker half", "the lighter half"].enumerated() {
            let x = Tensor(halves[k].permuted(0, 3, 1, 2)) / 255
            table.add(name, try each[k](x).mean().item, try each[1 - k](x).mean().item)
        }
        show(table, "Mean of all channels after normalizing")

        // So validation pictures are normalized by the numbers of the training pictures, like everything that the net
        // will ever see. With numbers of their own, the same picture would look different to the net.
    }

    // MARK: Helpers

    private func shareBelowMean(of normalize: Normalize) throws -> Float {
        let count = min(1000, try pictures.train.count)
        let z = try normalize(Tensor(try pictures.train.images[0..<count].permuted(0, 3, 1, 2)) / 255)
        return Float((z .< 0).trueCount) / Float(z.count)
    }
}
