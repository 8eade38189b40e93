// # A series as a picture
//
// Section 1.7 · After this page you can turn any series of numbers into a square picture by one formula.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// A series of measurements is usually drawn as a curve. A net for pictures can look at curves, but most of such a
// picture is white paper. Ignacio Oguiza used a denser one: the *Gramian angular difference field* (Z. Wang and T.
// Oates, 2015). It has a pixel for every pair of moments, and is made in three steps.
//
// 1. Stretch the series so that its smallest number is -1 and its largest 1.
// 2. Take each number for the cosine of an angle: 1 is no angle, 0 a right one, -1 half a turn.
// 3. The pixel in row i and column j is the sine of the difference of their angles.
//
// A pixel is 0 where the numbers at both moments are the same, and far from it where they differ. So the diagonal is 0
// everywhere, and what is above it is repeated below it with the other sign.

/// The Gramian angular difference field: a series of n numbers → [n, n], from -1 to 1. A series that is the same
/// everywhere has no angle to speak of, and gives zeros.
public func gramianDifferenceField(_ series: [Double]) -> [[Double]] {
    guard let low = series.min(), let high = series.max(), low < high else {
        return series.map { _ in series.map { _ in 0 } }
    }
    let angles = series.map { acos(max(-1, min(1, 2 * ($0 - low) / (high - low) - 1))) }
    return angles.map { first in angles.map { second in sin(first - second) } }
}

extension FirstModels {
    func threeNumbers() {
        // Small enough to check by hand: 0, 1, 2 becomes -1, 0, 1, the angles are a half turn, a right angle, and none.
        let field = gramianDifferenceField([0, 1, 2])
        show(
            TextTable(["", "0", "1", "2"], rows: field.enumerated().map { ["\($0)"] + $1.map { Int($0.rounded()) } }),
            "The field of the series 0, 1, 2")
        show(
            Int((field[0][1] + field[1][0]).rounded()), "pixel [0][1] and pixel [1][0] together",
            ask: "The pixel in row 0 and column 1 is 1. What do it and the one in row 1 and column 0 add up to?")
    }
}

// Oguiza had 60 measurements of olive oils from four countries, by a device that shines light through them. He
// trained on 30 pictures and got more than nine of ten of the others right. We have no oils. Here are four that are
// made up (`madeUpOil`): each absorbs light around a few wavelengths of its own, every bottle a little otherwise, and
// the device is noisy.

/// How much light of 64 colours a bottle of one of four oils lets through.
func madeUpOil(_ kind: Int, using random: inout SplitMix64) -> [Double] {
    let bumps: [[(place: Double, depth: Double)]] = [
        [(14, 0.8), (40, 0.5), (52, 0.3)], [(14, 0.5), (36, 0.8), (52, 0.3)], [(20, 0.8), (40, 0.5), (48, 0.5)],
        [(14, 0.7), (30, 0.4), (50, 0.7)],
    ]
    let (slope, shift) = (Double.random(in: -0.3...0.3, using: &random), Double.random(in: -2...2, using: &random))
    let depths = bumps[kind].map { $0.depth * Double.random(in: 0.8...1.2, using: &random) }
    return (0..<64).map { colour in
        var light = 1 + slope * Double(colour) / 64 + Double.random(in: -0.03...0.03, using: &random)
        for (bump, depth) in zip(bumps[kind], depths) {
            let distance = (Double(colour) - bump.place - shift) / 4
            light -= depth * exp(-distance * distance / 2)
        }
        return light
    }
}

extension FirstModels {
    func fourOils() throws {
        var random = run.random
        let names = ["oil A", "oil B", "oil C", "oil D"]
        let count = run.size(quick: 24, usual: 90)
        let series = (0..<count).map { number in madeUpOil(number % 4, using: &random) }
        show(
            Chart("One bottle of each oil", x: "colour of the light", y: "what comes through") {
                for kind in 0..<4 { Line(series[kind], names[kind]) }
            }, "Measurements of four oils that are made up")
        let pictures = series.enumerated().map { number, series in
            let field = Tensor(shape: [64, 64], gramianDifferenceField(series).joined().map { Float($0) })
            return DrawnPicture(
                photo: Photo(Raster(field, range: -1...1, colours: .signed)), label: names[number % 4])
        }
        show(
            ImageGrid(
                examples(pictures, each: 2).map(\.photo.raster), titles: examples(pictures, each: 2).map(\.label),
                columns: 4),
            "The same as fields: red where the row's angle is larger, blue where it is smaller")
        // As in the book, 30 training pictures. The others are for validation:
        let learned = run.size(quick: 16, usual: 30)
        let accuracies = try drawnAccuracies(
            pictures, seeds: run.size(quick: 1, usual: 3, full: 5), epochs: run.size(quick: 1, usual: 15, full: 20)
        ) { seed in
            var random = SplitMix64(seed: seed)
            return .index(Array(random.permutation(count)[learned...]))
        }
        record("series/guessing", 0.25)
        record(
            "series/accuracy-after-\(learned)-pictures", over: accuracies,
            predict: .yesNo(
                "The net learns from \(learned) of these pictures, and is judged by \(count - learned). Does it get more than nine of ten right?",
                Spread(accuracies).mean > 0.9))

        // What matters is not this formula. It is that somebody asked which picture would show what matters: here
        // how each moment differs from each other one, in place of a line on white paper.
    }
}
