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

extension ResidualNets {
    func howTheyWantTheirPixels() throws {
        // The net has learned from the training pictures. With the right scale it should be surest about them: its
        // cross-entropy over all ten classes is lowest. (Not one picture of the test is looked at.)
        guard let nets = try cifarNets, let pictures = try birdsAndAirplanes(in: "train", atMost: scaleTrials) else {
            return show("(No weights, or no pictures of birds and airplanes: `--data DIR` names the folder of both.)")
        }
        var table = TextTable(
            ["scale of the pixels"] + nets.flatMap { ["loss of \($0.name)", "right of two"] }, decimals: 3)
        for scale in PixelScale.common {
            let cells = nets.flatMap { net -> [any TableCell] in
                let scores = scored(net.net, scale(pictures.pixels))
                return [loss(scores, pictures.labels), shareRight(scores, pictures.labels, between: Self.planeAndBird)]
            }
            table.rows.append([scale.name] + cells)
        }
        show(table, "\(pictures.labels.count) pictures that the nets have learned from")

        // The statistics of ImageNet it is: both nets have their lowest loss there, though the pictures are CIFAR's.
    }

    func tracesOfCompression() throws {
        // But should a net not be nearly perfect on what it has learned from? Something else about the pictures is not
        // as it was. Look at how much neighbouring columns of pixels differ, on average over all pictures:
        guard let nets = try cifarNets, let pictures = try birdsAndAirplanes(in: "train", atMost: scaleTrials) else {
            return show("(No weights, no pictures.)")
        }
        let x = pictures.pixels * 255
        let steps = (x[0..., 0..., 0..., 1...] - x[0..., 0..., 0..., ..<31]).abs().mean(axes: 0, 1, 2).scalars
        show(
            Chart(
                "Every eighth step is larger than its neighbours", x: "between this column and the one before",
                y: "mean difference (of 255)"
            ) {
                Line(1...31, steps, "neighbouring columns")
                for edge in [8, 16, 24] { Rule(x: edge, colour: .orange) }
            }, "Differences between neighbouring columns of pixels")

        // Peaks at 8, 16 and 24: these pictures have once been saved as JPEG, which cuts them into squares of 8 × 8
        // pixels and rounds each by itself. (PNG keeps what it gets, and keeps the squares, too.) The nets have never
        // seen such edges. Whether it helps to blur them a little, the training pictures can tell again. A fully
        // convolutional net takes any size, so we shrink the pictures, and enlarge them for comparison:
        var table = TextTable(["height and width"] + nets.map { "loss of \($0.name)" }, decimals: 3)
        for size in [24, 26, 28, 30, 32, 36] {
            let resized = pictures.pixels.interpolated(to: Size2D(size), mode: .bilinear)
            let losses = nets.map { loss(scored($0.net, PixelScale.imageNet(resized)), pictures.labels) }
            table.rows.append([size] + losses.map { $0 as any TableCell })
        }
        show(table, "The training pictures in other sizes")
    }

    func birdOrAirplane() throws {
        // Decided, without a look at the test: 28 × 28 pixels, the statistics of ImageNet, and one thing more that
        // costs only time. A mirrored bird is a bird, so the scores of a picture and its mirror image are added. Now to
        // the pictures of the test, and to what each of these decisions was worth:
        guard let nets = try cifarNets, let pictures = try birdsAndAirplanes(in: "test", atMost: testPictures) else {
            return show("(No weights, no pictures.)")
        }
        let plain = PixelScale.imageNet(pictures.pixels)
        let small = PixelScale.imageNet(pictures.pixels.interpolated(to: 28, mode: .bilinear))
        var table = TextTable(["net", "as they are", "28 × 28", "28 × 28 and mirrored"], decimals: 4)
        for net in nets {
            let (first, second) = (scored(net.net, small), scored(net.net, small.flipped(3)))
            let shares = [scored(net.net, plain), first, first + second].map {
                shareRight($0, pictures.labels, between: Self.planeAndBird)
            }
            table.add(net.name, shares[0], shares[1], shares[2])
            record("\(net.name.lowercased())-for-cifar/bird-or-airplane", shares[2])
        }
        show(table, "Right about \(pictures.labels.count) pictures that no net has seen")
    }

    // MARK: Helpers

    /// The classes to choose from.
    private static let planeAndBird = (0, 2)
    private var scaleTrials: Int { run.size(quick: 20, usual: 300, full: 2000) }
    private var testPictures: Int { run.size(quick: 40, usual: 2000, full: 2000) }

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
