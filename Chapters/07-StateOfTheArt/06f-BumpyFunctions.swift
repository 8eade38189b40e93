// # Is the function bumpy?
//
// Section 7.6 · After this page you can measure how easily an answer flips, when a pixel changes, or all of them a
// little.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book says of the function of an over-confident net that it is *bumpy*: change a pixel, and the answer may be
// another. That can be tried. One pixel of a photo becomes white, at a random place; or all pixels get a little noise.
// How many answers change? `flips` counts them:

/// The share of photos whose answer is another for changed photos.
func flips(_ net: TransferNet, _ photos: Tensor, changed: Tensor) -> Double {
    net.eval()
    let answers = [photos, changed].map { x in noGrad { net(x).argmax(axis: 1).scalars } }
    return Double(zip(answers[0], answers[1]).count { $0 != $1 }) / Double(answers[0].count)
}

extension StateOfTheArt {
    func onePixel() throws {
        let x = try photosToDisturb
        var random = run.random
        // White is what brightness 1 becomes by the normalization.
        let white = Normalization.imageNet(Tensor.ones(3, 1, 1)).reshaped(3)
        var changed = x
        for place in 0..<x.shape[0] {
            let (row, column) = (Int(random.uniform() * Double(x.shape[2])), Int(random.uniform() * Double(x.shape[3])))
            changed[place, 0..., row, column] = white
        }
        let data = try nets(.plain, lengths.last!)[0].learner.data
        show(
            ImageGrid(
                [data.rasters(x)[0], data.rasters(changed)[0]], titles: ["as it was", "one pixel white"], cellSize: 220),
            "A photo as the net sees it, and the same with one white pixel")
        var table = TextTable(["learned with", "answers that one pixel changes"], decimals: 3)
        for technique in Technique.allCases {
            let shares = try nets(technique, lengths.last!).map { flips($0.learner.net, x, changed: changed) }
            table.add(technique.title, Spread(shares))
            record("bumps/one-pixel-\(technique.key)", over: shares)
        }
        show(
            table, "Share of \(x.shape[0]) photos, \(counted(seeds, "seed"))",
            predict: .yesNo(
                "Is there any photo among these whose answer flips with one pixel, for one net or the other?",
                try Technique.allCases.contains { technique in
                    try nets(technique, lengths.last!).contains { flips($0.learner.net, x, changed: changed) > 0 }
                }))
    }

    func aLittleNoise() throws {
        // And with noise of several strengths; 1 is the deviation of ImageNet's pixels:
        let x = try photosToDisturb
        var random = run.random
        let noise = Tensor.randn(x.shape, using: &random)
        let strengths: [Float] = [0.05, 0.1, 0.2, 0.4]
        let shares = try Technique.allCases.map { technique in
            let nets = try nets(technique, lengths.last!)
            return strengths.map { strength in
                Spread(nets.map { flips($0.learner.net, x, changed: x + strength * noise) }).mean
            }
        }
        show(
            Chart("How many answers noise changes", x: "strength of the noise", y: "share of changed answers") {
                for (values, (technique, colour)) in zip(
                    shares, zip(Technique.allCases, [Colour.vermilion, .blue, .green]))
                {
                    Line(strengths, values, technique.title, colour: colour)
                    Points(strengths, values, colour: colour)
                }
            }, "Noise on all pixels, mean of \(counted(seeds, "seed"))")
        for (technique, values) in zip(Technique.allCases, shares) { record("bumps/noise-\(technique.key)", values[2]) }
        let smoothest = shares.indices.min { shares[$0][2] < shares[$1][2] }!
        show(
            "At a strength of 0.2, the nets that learned with \(Technique.allCases[smoothest].title) change the fewest answers."
        )

        // Does a net that is less sure change fewer answers? Not for that reason. An answer flips where two classes are
        // close to one another. Divide all scores by ten: the net is much less sure, and not one answer flips more or
        // less for it. So sureness alone is not bumpiness. What counts is how fast scores change with the photo,
        // compared with how far they are apart. That is why this page counts answers, and does not look at
        // probabilities.
    }
}

// MARK: Helpers

extension StateOfTheArt {
    /// Validation photos, as the nets of the comparisons see them.
    private var photosToDisturb: Tensor {
        get throws {
            let data = try nets(.plain, lengths.last!)[0].learner.data
            let batches = data.quiet(.valid).prefix(run.size(quick: 1, usual: 8))
            return .cat(batches.map { $0.0 })
        }
    }
}
