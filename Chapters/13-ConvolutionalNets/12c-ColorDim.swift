// # The colourful dimension
//
// Section 13.12 · After this page you can make and read a picture of a layer's activations during a whole training.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Mean and deviation are two numbers of thousands. A histogram shows more of a batch, but a training has hundreds of
// batches. Jeremy Howard and Stefano Giomo found a way to draw all of their histograms in one picture. Take the last
// layer but one, and one batch in the middle of the training:

extension ConvolutionalNets {
    func oneBatchAsAStrip() throws {
        let entries = try oneCycle.example.entries(of: -2)
        let counts = entries[entries.count / 2].histogram.map { Float($0) }
        let values = counts.indices.map { (Float($0) + 0.5) / 4 }
        show(
            ChartGrid(
                [
                    Chart("Counts", x: "activation", y: "count") { Line(values, counts) },
                    Chart("Logarithms of 1 + count", x: "activation", y: "logarithm") {
                        Line(values, counts.map { log1p($0) }, colour: .orange)
                    },
                ], columns: 2, title: "One batch: counts, and their logarithms", sharedYLimits: false),
            "The activations of the last layer but one in one batch, from 0 to 10")

        // The counts near zero are so many that all others seem to be 0. Their *logarithms* can be compared with the
        // naked eye. (1 is added, because 0 has no logarithm.) Then the curve becomes a strip of colour. It stands
        // upright, with activation 0 at its foot; the lighter, the more:
        show(
            stripPicture([counts.map { log1p($0) }], title: "One strip"), "The histogram as a strip of colours")

        // And now one strip for each batch, from left to right in the order of the training. That is all.
    }

    func gaussAndItsLogarithm() {
        // Why does the logarithm help? Think of normally distributed numbers. Their bell curve is high in the middle,
        // and next to nothing a little further away. Drawn as colours, only two could be told apart, light and dark.
        // The logarithm of exp(-x²/2) is -x²/2, a *parabola*, which falls much more slowly. So there are many levels of
        // colour to see.
        let curve = (0...120).map { exp(-pow(Double($0) / 20 - 3, 2) / 2) * 1000 }
        let x = (0...120).map { Double($0) / 20 - 3 }
        show(
            ChartGrid(
                [
                    Chart("1000 times a bell curve", x: "x", y: "count", yLimits: 0...1050) { Line(x, curve) },
                    Chart("Its logarithm is a parabola", x: "x", y: "logarithm", yLimits: 0...7.5) {
                        Line(x, curve.map { log($0) }, colour: .orange)
                    },
                ], columns: 2, title: "The logarithm makes a narrow curve wide", sharedYLimits: false),
            "A bell curve and its logarithm")

        // `shareOfLevels` is the part of the range in which a curve has more than a tenth of its height:
        func shareOfLevels(_ y: [Double]) -> Double {
            Double(y.count { $0 > 0.1 * y.max()! }) / Double(y.count)
        }
        show(
            fixed(shareOfLevels(curve), 2), "share of the range in which the curve has more than a tenth of its height")
        show(
            fixed(shareOfLevels(curve.map { log($0) }), 2), "the same for its logarithm",
            predict: .yesNo(
                "Is there any place in this range where the logarithm has less than a tenth of its height?",
                shareOfLevels(curve.map { log($0) }) < 1))
    }
}

// So `colorDim` is a histogram for each batch, its logarithms, and a column of colours:

extension ActivationStats {
    /// Every column of pixels is the histogram of a layer's activations in one batch: the first batch at the left,
    /// activation 0 at the bottom; the colour is the logarithm of 1 + count. (The book's `color_dim`.)
    public func colorDim(_ layer: Int, _ title: String = "") -> Raster {
        stripPicture(entries(of: layer).map { $0.histogram.map { log1p(Float($0)) } }, title: title)
    }

    /// In how many batches nothing is above 1: columns that are dark but for their foot.
    func darkColumns(_ layer: Int) -> Int { above1(layer).count { $0 == 0 } }

    /// How often the number of activations above 1 falls to less than half of the highest since the fall before.
    func crashes(_ layer: Int) -> Int {
        var (highest, falls) = (0, 0)
        for count in above1(layer) {
            highest = max(highest, count)
            if 2 * count < highest { (highest, falls) = (count, falls + 1) }
        }
        return falls
    }

    private func above1(_ layer: Int) -> [Int] { entries(of: layer).map { $0.histogram.dropFirst(4).reduce(0, +) } }
}

extension ConvolutionalNets {
    func readingTheColours() throws {
        // How to read it? In a light column the activations are spread. A column that is dark but for a light foot:
        // they are all near zero, or below. All dark: they are all *below* zero, where the histogram does not count,
        // and the ReLU leaves nothing of them. `darkColumns` counts both. And where it gets light and suddenly dark
        // again, most of what the layer had learned to say is lost; `crashes` counts how often that happens.
        let (failed, cycle) = (try largeBatches.example, try oneCycle.example)
        let (dark, crashes) = ([failed, cycle].map { $0.darkColumns(-2) }, [failed, cycle].map { $0.crashes(-2) })
        let batches = failed.entries(of: -2).count
        show(
            failed.colorDim(-2, "Last layer but one, constant rate of 0.06"),
            "colorDim(-2) of the training of section 13.11")
        show("dark columns: \(dark[0]) of \(batches), crashes: \(crashes[0])", "at the constant rate")
        show(
            2 * dark[0] > batches
                ? "That is a net that dies: a light column or a few, and then the dark."
                : "This net has not died; another start may (--seed 1).")

        // And with one cycle, which has mended the accuracy. Has it mended the activations as well?
        show(
            cycle.colorDim(-2, "Last layer but one, one cycle up to 0.06"),
            "colorDim(-2) of the training with one cycle",
            predict: .yesNo(
                "With one cycle the net learns. Are there still crashes in the picture of this layer?", crashes[1] > 0))
        show("dark columns: \(dark[1]) of \(batches), crashes: \(crashes[1])", "with one cycle")
        show(cycle.plotLayerStats(-2, "The last layer but one, with one cycle"), "plotLayerStats(-2), to compare")

        // This is the picture that the book calls *bad training*, although the net learns in the end. The number of
        // activations that are not near zero grows exponentially: it gets light from below. That goes too far, and
        // collapses. Often this happens several times, as if training began anew each time, and it takes long until the
        // activations are spread over the whole range. In good training they are spread soon, and stay spread, without
        // a crash. Section 13.13 gets there.
        let shares = [failed, cycle].map { $0.entries(of: -2).last!.nearZero }
        show(
            "\(fixed(shares[0], 3)) at the constant rate, \(fixed(shares[1], 3)) with one cycle",
            "near zero or below in the last batch",
            predict: .yesNo(
                "With one cycle: are more than half of these activations still near zero or below in the end?",
                shares[1] > 0.5))
    }
}
