// # Going back to Imagenette
//
// Section 14.1 · After this page you can prepare photographs for a net: bring them to one size and scale, and show it a
// different cut of each in every epoch.

import Figures
import Notebook
import Tensors
import Training

// MNIST is nearly solved: what is left of the errors is hardly more than chance, so it cannot tell a good idea from a
// better one. This chapter needs a harder problem. The book goes back to Imagenette, ten classes of photographs from
// ImageNet that are easy to tell apart, and takes the version in which the shorter side has 160 pixels. Its loader cuts
// squares of 128 pixels out of them. Photographs cannot be part of this project. So without `--data` we have generated
// scenes: one object of ten classes in each, before cluttered backgrounds. With `--data DIR` they are photographs:
// Imagenette's if DIR has them, or ten classes of Tiny ImageNet, or birds and airplanes of CIFAR-10. Ours are all
// 64 × 64, a square of each.
//
// (`swift run data get imagenette2-160` fetches Imagenette. For Tiny ImageNet, a folder tiny_imagenet_10 with `train`
// and `val` is expected, ten folders of photographs in each; so with any photographs of your own that are laid out and
// called like this. They may be JPEG or PNG, of any size; what cannot be read is named, and passed over. ImageNet's
// folders are called n01443537 and the like. What that is, a file words.txt beside `train` may say, line by line: the
// number, a tab, the name.)

extension ResidualNets {
    func aHarderProblem() throws {
        let (train, valid) = (try source.contents.train, try validPictures)
        show(train.shape, "training pictures on \(dataName): number, channels, height, width")
        show(valid.count, "validation pictures")
        show(try classNames.joined(separator: ", "), "classes")
        show(try majorityShare, "accuracy of always giving the most frequent class")
        // #hide
        if let notice = noticeOfUnreadable(try source.contents.problems) { show(notice) }
        let labels = try source.contents.trainLabels
        // The first pictures of each class, for a look at the task:
        let firsts = try classNames.indices.flatMap { label in labels.indices.filter { labels[$0] == label }.prefix(2) }
        show(
            ImageGrid(
                firsts.map { Raster(train[$0]) }, titles: try firsts.map { try classNames[labels[$0]] }, columns: 4),
            "Pictures of every class, on \(dataName)")
    }
}

// Next, the scale. A net learns best from numbers around 0 with a deviation of about 1, and for colour pictures each
// channel has its own mean and deviation (section 7.2). The book takes ImageNet's, because nets that others have
// trained expect them, and because photographs are much alike in this. They are for pixels from 0 to 1:

/// What is known about the red, green and blue of ImageNet's photographs, as shapes [3, 1, 1]. (The book's
/// `imagenet_stats`.)
public enum ImageNetStatistics {
    public static let mean = Tensor([0.485, 0.456, 0.406]).reshaped(3, 1, 1)
    public static let deviation = Tensor([0.229, 0.224, 0.225]).reshaped(3, 1, 1)
}

// `imageNetScale` normalizes with them, and `pixelScale` leads back to pixels, for people to look at:

/// Pixels from 0 to 1 as numbers of the scale that nets are trained with [..., 3, h, w]. (The book's `Normalize`.)
public func imageNetScale(_ pixels: Tensor) -> Tensor {
    (pixels - ImageNetStatistics.mean) / ImageNetStatistics.deviation
}

/// The way back [..., 3, h, w].
public func pixelScale(_ x: Tensor) -> Tensor { x * ImageNetStatistics.deviation + ImageNetStatistics.mean }

extension ResidualNets {
    func normalizedPictures() throws {
        show(
            imageNetScale(Tensor([0.485, 0.456, 0.406]).reshaped(3, 1, 1)), "a pixel of the mean colour",
            predict: .numbers(
                "A pixel is 0.485, 0.456, 0.406. What is it after normalizing?", [0, 0, 0], within: .plusMinus(0.01)))
        let x = try trainPictures.inputs
        var table = TextTable(["channel", "mean", "deviation"], decimals: 3)
        for (name, channel) in zip(["red", "green", "blue"], 0..<3) {
            table.add(name, x[0..., channel].mean().item, x[0..., channel].std().item)
        }
        show(table, "our pictures after normalizing with ImageNet's numbers, on \(dataName)")

        // Not exactly 0 and 1, since these are other pictures. What matters to the net is that they are of that size,
        // and that all pictures, those of later use included, are treated alike.
    }
}

// The third thing is that there are few pictures. A net of hundreds of thousands of weights could learn them by heart.
// So it never sees the same picture twice: in each epoch a part is cut out at random, of at least half the area
// (`min_scale` is 0.5 in the book), and stretched to the full size; and every second one is mirrored. That is safe
// where a mirrored car is still a car. `RandomCrop` is where to cut, and `cropped` does it. When the part is stretched,
// new pixels lie between the old ones, so `interpolated` mixes the colours of neighbours:

/// Where a picture is cut, in whole pixels, and whether it is mirrored.
public struct RandomCrop: Equatable, Sendable {
    public let top, left, height, width: Int
    public let isMirrored: Bool

    /// - Parameter leastArea: the smallest part of the picture that may be left, 0...1.
    public init(of height: Int, _ width: Int, leastArea: Double = 0.5, using random: inout some RandomNumberGenerator) {
        let share = (leastArea + (1 - leastArea) * random.uniform()).squareRoot()
        self.height = max(1, Int((share * Double(height)).rounded()))
        self.width = max(1, Int((share * Double(width)).rounded()))
        top = Int(random.uniform() * Double(height - self.height + 1))
        left = Int(random.uniform() * Double(width - self.width + 1))
        isMirrored = random.uniform() < 0.5
    }
}

/// A part of a picture in the size of the whole: x [channels, h, w] → [channels, h, w]
public func cropped(_ x: Tensor, to crop: RandomCrop) -> Tensor {
    let part = x[0..., crop.top..<crop.top + crop.height, crop.left..<crop.left + crop.width]
    let whole = part.interpolated(to: Size2D(x.shape[1], x.shape[2]), mode: .bilinear)
    return crop.isMirrored ? whole.flipped(-1) : whole
}

extension ResidualNets {
    func randomCrops() throws {
        var random = run.random
        let picture = try source.contents.train[0]
        let cuts = (0..<7).map { _ in cropped(picture, to: RandomCrop(of: 64, 64, using: &random)) }
        show(
            ImageGrid(
                ([picture] + cuts).map { Raster($0) }, titles: ["the picture"] + cuts.map { _ in "a cut" }, columns: 4),
            "One picture, and seven random cuts of it")
    }
}
