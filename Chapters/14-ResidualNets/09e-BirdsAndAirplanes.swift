// # Birds and airplanes, by the nets of others
//
// Section 14.9 · After this page you have found the traces of a compression in pictures, and have used a net that
// somebody else has trained.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// On pictures that it has learned from, a net should be nearly perfect, with a loss close to 0. ResNet-20 is not, with
// any of the scales of the last page. So something else about these pictures is not as it was. It shows in how much
// neighbouring columns of pixels differ, on average over all pictures. Then `sizeLosses` asks the net once more: what
// if the pictures are shrunk a little, or enlarged?

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
                    return lossOfTenClasses(scored(net, scale(resized)), pictures.labels)
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
}

// Again the lowest is taken. Now to the question. The nets know ten classes. Of their ten scores we compare the two
// that are asked for:

/// The share of pictures for which the right one of two scores is the larger.
///
/// scores [n, classes] · labels [n], each 0 or 1 · classes: which columns stand for 0 and 1
public func shareRight(_ scores: Tensor, _ labels: [Int], between classes: (Int, Int)) -> Float {
    let isSecond = scores[0..., classes.1] .> scores[0..., classes.0]
    let hits = zip(isSecond.scalars, labels).count { $0 == ($1 == 1) }
    return Float(hits) / Float(labels.count)
}

extension ResidualNets {
    func birdOrAirplane() throws {
        // One thing more costs only time: a mirrored bird is a bird, so the scores of a
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

    private var bestSize: Int? { get throws { try sizeLosses.map { losses in Self.trialSizes[lowest(losses)] } } }
}
