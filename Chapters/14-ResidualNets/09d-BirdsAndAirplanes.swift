// # Birds and airplanes, by the nets of others
//
// Section 14.9 · After this page you have used a net that somebody else has trained, and found out by measurement which
// pictures it expects.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Yerlan Idelbayev has trained such nets for CIFAR-10 and published their weights (2018). If the folder of `--data` has
// them (`weights/resnet20-cifar10.safetensors` and `…56…`), and real pictures of birds and airplanes, then we let them
// tell the one from the other. They know ten classes. Of the ten scores, we compare the two that are asked for:

/// The share of pictures for which the right one of two scores is the larger.
///
/// scores [n, classes] · labels [n], each 0 or 1 · classes: which columns stand for 0 and 1
public func shareRight(_ scores: Tensor, _ labels: [Int], between classes: (Int, Int)) -> Float {
    let isSecond = scores[0..., classes.1] .> scores[0..., classes.0]
    let hits = zip(isSecond.scalars, labels).count { $0 == ($1 == 1) }
    return Float(hits) / Float(labels.count)
}

// Loading takes a line. But on which scale does a net expect its pixels? The file does not say. Nothing breaks if it is
// wrong; the answers are only worse, and few notice. So we ask the net. Here are common scales, each a mean that is
// subtracted and a deviation that is divided by, for pixels from 0 to 1:

/// A way to bring pixels to the scale of a net.
public struct PixelScale: Sendable {
    public let name: String
    public let mean, deviation: [Float]

    /// pixels [n, 3, h, w], 0...1
    public func callAsFunction(_ pixels: Tensor) -> Tensor {
        (pixels - Tensor(mean).reshaped(3, 1, 1)) / Tensor(deviation).reshaped(3, 1, 1)
    }

    public static let common = [
        PixelScale(name: "0 to 255", mean: [0, 0, 0], deviation: [Float](repeating: 1 / 255, count: 3)),
        PixelScale(name: "0 to 1", mean: [0, 0, 0], deviation: [1, 1, 1]),
        PixelScale(name: "-1 to 1", mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5]),
        PixelScale(
            name: "statistics of CIFAR-10", mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616]),
        imageNet,
    ]

    /// What is known about ImageNet's photographs (section 14.1).
    public static let imageNet = PixelScale(
        name: "statistics of ImageNet", mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])
}

// The small net, ResNet-20, is asked; the other has learned from the same pictures. It is shown pictures that it has
// learned from, and with the right scale it should be surest about them: its cross-entropy over all ten classes is the
// lowest. `scaleLosses` has one for each scale:

extension ResidualNets {
    /// The loss of ResNet-20 on training pictures for each of the common scales; nil without the files.
    var scaleLosses: [Float]? {
        get throws {
            try run.once {
                guard let net = try cifarNets?[0].net, let pictures = try pictureTrials else { return nil }
                return PixelScale.common.map { loss(scored(net, $0(pictures.pixels)), pictures.labels) }
            }
        }
    }

    func howTheyWantTheirPixels() throws {
        guard let losses = try scaleLosses else {
            return show("(No weights, or no pictures of birds and airplanes: `--data DIR` names the folder of both.)")
        }
        var table = TextTable(["scale of the pixels", "loss of ResNet-20"], decimals: 3)
        for (scale, loss) in zip(PixelScale.common, losses) { table.add(scale.name, loss) }
        show(table, "Pictures that the net has learned from")

        // The lowest is taken from here on. (The author's own program says that he used the statistics of ImageNet,
        // though the pictures are CIFAR's. No picture of the test has been looked at.)
    }
}

// But should a net not be nearly perfect on what it has learned from? Something else about these pictures is not as it
// was. It shows in how much neighbouring columns of pixels differ, on average over all pictures. Then `sizeLosses` asks
// the net once more: what if the pictures are shrunk a little, or enlarged?

extension ResidualNets {
    /// Heights and widths to try.
    static let trialSizes = [24, 26, 28, 30, 32, 36]

    /// The loss of ResNet-20 on training pictures of each size; nil without the files.
    var sizeLosses: [Float]? {
        get throws {
            try run.once {
                guard let net = try cifarNets?[0].net, let pictures = try pictureTrials, let scale = try bestScale
                else {
                    return nil
                }
                return Self.trialSizes.map { size in
                    let resized = pictures.pixels.interpolated(to: Size2D(size), mode: .bilinear)
                    return loss(scored(net, scale(resized)), pictures.labels)
                }
            }
        }
    }

    func tracesOfCompression() throws {
        guard let losses = try sizeLosses, let pictures = try pictureTrials else {
            return show("(No weights, no pictures.)")
        }
        let x = pictures.pixels * 255
        let steps = (x[0..., 0..., 0..., 1...] - x[0..., 0..., 0..., ..<31]).abs().mean(axes: 0, 1, 2).scalars
        show(
            Chart(
                "The steps at 8, 16 and 24 stick out", x: "between this column and the one before",
                y: "mean difference, of 255"
            ) {
                Line(1...31, steps, "neighbouring columns of pixels")
                for edge in [8, 16, 24] { Rule(x: edge, colour: .orange) }
            }, "Differences between neighbouring columns of pixels")

        // These pictures have once been saved as JPEG, which cuts them into squares of 8 × 8 pixels and rounds each by
        // itself. (PNG keeps what it gets, and keeps the squares, too.) The net has never seen such edges. Shrinking
        // blurs them, and a fully convolutional net takes any size:
        var table = TextTable(["height and width", "loss of ResNet-20"], decimals: 3)
        for (size, loss) in zip(Self.trialSizes, losses) { table.add(size, loss) }
        show(table, "The training pictures in several sizes")
    }

    func birdOrAirplane() throws {
        // Again the lowest is taken. One thing more costs only time: a mirrored bird is a bird, so the scores of a
        // picture and of its mirror image are added. Now to pictures that no net has seen:
        guard let nets = try cifarNets, let scale = try bestScale, let size = try bestSize,
            let pictures = try birdsAndAirplanes(in: "test", atMost: testPictures)
        else { return show("(No weights, no pictures.)") }
        let small = scale(pictures.pixels.interpolated(to: Size2D(size), mode: .bilinear))
        var table = TextTable(["net", "pictures", "right"], decimals: 4)
        func share(_ scores: Tensor) -> Float { shareRight(scores, pictures.labels, between: Self.planeAndBird) }
        table.add(nets[0].name, "as they are", share(scored(nets[0].net, scale(pictures.pixels))))
        for net in nets {
            let scores = scored(net.net, small)
            table.add(net.name, "\(size) × \(size)", share(scores))
            let both = share(scores + scored(net.net, small.flipped(3)))
            table.add(net.name, "\(size) × \(size), and mirrored", both)
            record("\(net.name.lowercased())-for-cifar/bird-or-airplane", both)
        }
        show(table, "Right about \(pictures.labels.count) pictures")
    }

    // MARK: Helpers

    /// The classes to choose from.
    private static let planeAndBird = (0, 2)
    private var testPictures: Int { run.size(quick: 100, usual: 2000, full: 2000) }

    /// Some of the pictures that the nets have learned from.
    private var pictureTrials: (pixels: Tensor, labels: [Int])? {
        get throws {
            try run.once { try birdsAndAirplanes(in: "train", atMost: run.size(quick: 100, usual: 300, full: 2000)) }
        }
    }

    private var bestScale: PixelScale? {
        get throws { try scaleLosses.map { losses in PixelScale.common[lowest(losses)] } }
    }
    private var bestSize: Int? { get throws { try sizeLosses.map { losses in Self.trialSizes[lowest(losses)] } } }

    private func lowest(_ losses: [Float]) -> Int { losses.indices.min { losses[$0] < losses[$1] }! }

    /// What a net in use says about pictures [n, 3, h, w], in batches.
    private func scored(_ net: CIFARResNet, _ pictures: Tensor) -> Tensor {
        net.eval()
        return noGrad { .cat(pictures.split(every: 100).map { net($0) }) }
    }

    /// The cross-entropy over all ten classes; labels 0 for an airplane, 1 for a bird.
    private func loss(_ scores: Tensor, _ labels: [Int]) -> Float {
        crossEntropy(scores, IntTensor(labels.map { $0 == 1 ? Self.planeAndBird.1 : Self.planeAndBird.0 })).item
    }
}
