// # Birds and airplanes, by the nets of others
//
// Section 14.9 · After this page you have found the traces of a compression in pictures, and have used a net that
// somebody else has trained.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// On pictures that it has learned from, a net should be nearly perfect, with a loss close to 0. If ResNet-20 is not,
// with any of the scales of the last page, then something about these pictures is not as it was when the net saw them.
// What may have happened to them? Most pictures have been a JPEG file at some time. JPEG cuts a picture into blocks of
// 8 × 8 pixels, and writes each block as a sum of 64 patterns of waves. How much of a pattern is in the block, it
// rounds to a multiple of some step. `amounts` measures one of the patterns, with one wave across and one down:

/// How much of a pattern of waves is in each block of 8 × 8 pixels: grey values [n, h, w] → the amounts
public func amounts(in grey: Tensor) -> [Float] {
    let wave = Tensor((0..<8).map { Float(0.5 * cos(Double(2 * $0 + 1) * .pi / 8)) })  // of length 1
    let (rows, columns) = (grey.shape[1] / 8, grey.shape[2] / 8)
    let whole = grey[0..., ..<(8 * rows), ..<(8 * columns)]
    let blocks = whole.reshaped(-1, rows, 8, columns, 8).permuted(0, 1, 3, 2, 4)  // [n, rows, columns, 8, 8]
    return blocks.matmul(wave).matmul(wave).flattened().scalars
}

extension ResidualNets {
    func tracesOfCompression() throws {
        // If the pictures have been JPEG files, then the amounts should lie near multiples of one number. And if we
        // cut the blocks four pixels further right and down, they should not:
        guard let pictures = try pictureTrials else { return show("(No weights, no pictures.)") }
        let colours = Tensor([0.299, 0.587, 0.114]).reshaped(3, 1, 1)  // what eyes see of red, green and blue
        let grey = (pictures.pixels * 255 * colours).sum(axis: 1)
        // `counts` says how many of the amounts are about -26, -25 and so on up to 26:
        let values = -26...26
        func counts(_ amounts: [Float]) -> [Int] {
            let rounded = amounts.map { Int($0.rounded()) }
            return values.map { value in rounded.count { $0 == value } }
        }
        show(
            Chart(
                "Amounts of one pattern of waves", x: "amount of a wave in a block, rounded",
                y: "number of blocks", yLimits: 0...Double(counts(amounts(in: grey)).max()!)
            ) {
                Line(Array(values), counts(amounts(in: grey)), "blocks from the corner")
                Line(Array(values), counts(amounts(in: grey[0..., 4..., 4...])), "blocks 4 pixels further on")
            }, "How often each amount occurs")

        // A line with teeth, like a comb, says: these pictures have been JPEG files, though they are PNG now. What was
        // rounded away is gone, and in its place there is noise, which no eye sees.
        let near = amounts(in: grey).filter { abs($0) > 4 && abs($0) < 28 }.map {
            abs($0 - 8 * ($0 / 8).rounded()) <= 1
        }
        show(
            fixed(Double(near.count { $0 }) / Double(max(near.count, 1)), 3),
            "share of the amounts from 4 to 28 that are within 1 of a multiple of 8 (a quarter, if nothing is rounded)")
    }
}

// Nets that have never seen such noise are known to suffer from it: compression by JPEG is one of the fifteen
// disturbances of CIFAR-10-C, by which nets are compared (D. Hendrycks and T. Dietterich, 2019). What could help? Here
// are some ways to treat the pictures. For `treatmentLosses` the net is asked again, on pictures that it has learned
// from:

/// A way to treat pictures [n, 3, h, w].
struct Treatment: Sendable {
    let name: String
    let apply: @Sendable (Tensor) -> Tensor

    static func resized(to size: Int) -> Treatment {
        Treatment(name: "\(size) × \(size)") { $0.interpolated(to: Size2D(size), mode: .bilinear) }
    }

    /// Each pixel mixed with its neighbours.
    static let blurred = Treatment(name: "32 × 32, slightly blurred") { x in
        let pooled = x.averagePooled(3, stride: 1, padding: 1, countIncludesPadding: false)
        return 0.8 * x + 0.2 * pooled
    }

    static let all = [24, 26, 28, 30, 32, 36].map(resized) + [blurred]
}

extension ResidualNets {
    /// The loss of ResNet-20 on training pictures treated in each way; nil without the files.
    var treatmentLosses: [Float]? {
        get throws {
            try run.once {
                guard let net = try cifarNets?[0].net, let pictures = try pictureTrials, let scale = try bestScale
                else { return nil }
                return Treatment.all.map { treatment in
                    lossOfTenClasses(scored(net, pictures.pixels) { scale(treatment.apply($0)) }, pictures.labels)
                }
            }
        }
    }

    func smallerOrBlurred() throws {
        guard let losses = try treatmentLosses else { return show("(No weights, no pictures.)") }
        var table = TextTable(["pictures", "loss of ResNet-20"], decimals: 3)
        for (treatment, loss) in zip(Treatment.all, losses) { table.add(treatment.name, loss) }
        show(table, "The training pictures, treated in several ways")

        // A blur would hide the noise of JPEG, and to make a picture smaller blurs it, too. Is it only that? Compare
        // the best of the smaller sizes with the last line:
        let (best, blurred, untreated) = (losses.prefix(4).min()!, losses.last!, losses[4])
        if best < min(blurred, untreated) {
            show(
                "A little smaller is better, by \(fixed(untreated - best, 2)); the blur alone brings "
                    + "\(fixed(untreated - blurred, 2)).")
        }

        // A fully convolutional net takes any size, which is what makes such a trick possible.
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
        // One thing more costs only time: a mirrored bird is a bird, so the scores of a picture and of its mirror image
        // are added. Now to pictures that no net has seen:
        guard let nets = try cifarNets, let scale = try bestScale, let treatment = try bestTreatment,
            let pictures = try birdsAndAirplanes(in: "test", atMost: testPictures)
        else { return show("(No weights, no pictures.)") }
        var table = TextTable(["net", "pictures", "right"], decimals: 4)
        let planeAndBird = (0, 2)
        let right = { (scores: Tensor) in shareRight(scores, pictures.labels, between: planeAndBird) }
        for net in nets {
            table.add(net.name, "as they are", right(scored(net.net, pictures.pixels, prepared: scale.callAsFunction)))
            let scores = scored(net.net, pictures.pixels) { scale(treatment.apply($0)) }
            table.add(net.name, treatment.name, right(scores))
            let both = right(
                scores + scored(net.net, pictures.pixels) { scale(treatment.apply($0)).flipped(3) })
            table.add(net.name, "\(treatment.name), and mirrored", both)
            record("\(net.name.lowercased())-for-cifar/bird-or-airplane", both)
        }
        table.add("none", "always the same answer", 0.5)
        show(table, "Right about \(pictures.labels.count) pictures, half of them birds")
    }
}
