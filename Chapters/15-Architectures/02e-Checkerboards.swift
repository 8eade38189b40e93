// # Checkerboards
//
// Section 15.2 · After this page you can say where the checkered patterns in made pictures come from, and which ways up
// have none.

import Figures
import Layers
import Notebook
import Tensors

// Pictures that nets have made with transposed convolutions often have a fine checkered pattern where they should be
// smooth. The reason needs no training: it is in the counting. (A. Odena, V. Dumoulin and C. Olah, "Deconvolution and
// Checkerboard Artifacts", 2016.) With a stride of 2 and a kernel of 3, some results are reached by one old pixel,
// others by two, and in two dimensions by one, two or four. Let all pixels and all weights be 1, and the result is how
// many that is:

/// How many old pixels reach each new one: of `n` × `n` pixels, in a transposed convolution.
func overlaps(_ n: Int, kernel: Int, stride: Int) -> Tensor {
    Tensor.ones(1, 1, n, n).convTranspose2d(.ones(1, 1, kernel, kernel), stride: Size2D(stride))[0, 0]
}

extension Architectures {
    func countedOverlaps() {
        let counts = [2, 3, 4].map { overlaps(5, kernel: $0, stride: 2) }
        show(
            NumberGrids(
                zip([2, 3, 4], counts).map { .init("kernel \($0) × \($0)", $1, decimals: 0) },
                title: "How many old pixels reach each new one, with a stride of 2"),
            "Overlaps of kernels of 2, 3 and 4",
            predict: .numbers(
                "With a kernel of 3, how many old pixels reach a new one, at least and at most?",
                [counts[1].min().item, counts[1].max().item]))
        // A kernel of 4 reaches evenly, but for the border: its size is a multiple of the stride. A kernel of 2 does
        // not overlap at all.
    }
}

// So equal counts would help. But they are not enough: the four kinds of new pixels (even or odd row, even or odd
// column) are made by different weights, also where they are as many. Whether a net learns weights that agree is
// another question; at the beginning they are random. So measure it. Into each of the `waysUp` goes a picture
// that is the same everywhere, and `ripple` says how much the result varies between neighbours, away from the border:

/// How uneven a picture is that should be even: its standard deviation over its root mean square, per map. x [n, c, h,
/// w] → [n, c]
func ripple(_ x: Tensor, border: Int = 4) -> Tensor {
    let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let inner = x[0..<n, 0..<c, border..<h - border, border..<w - border].reshaped(n, c, -1)
    let mean = inner.mean(axis: 2, keepingAxes: true)
    let spread = (inner - mean).squared().mean(axis: 2).sqrt()
    return spread / inner.squared().mean(axis: 2).sqrt().maximum(1e-12)
}

extension Architectures {
    /// Ways to enlarge 8 maps to twice their size, with random weights.
    private func waysUp(using random: inout SplitMix64) -> [(name: String, layers: Sequential)] {
        func transposed(_ kernel: Int, _ padding: Int) -> Sequential {
            Sequential(
                ConvTranspose2d(
                    8, 8, kernel: Size2D(kernel), stride: 2, padding: Size2D(padding), bias: false, using: &random))
        }
        return [
            ("transposed, kernel 3", transposed(3, 1)), ("transposed, kernel 4", transposed(4, 1)),
            (
                "copies, then a convolution",
                Sequential(Upsample(by: 2), Conv2d(8, 8, kernel: 3, padding: 1, bias: false, using: &random))
            ),
        ]
    }

    func measuredRipples() {
        let even = Tensor.ones(1, 8, 12, 12)
        let values = run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            waysUp(using: &random).map { way in Double(noGrad { ripple(way.layers(even)).mean().item }) }
        }
        var random = run.random
        let names = waysUp(using: &random).map(\.name)
        var table = TextTable(["way up", "ripple of an even picture"], decimals: 3)
        for (place, name) in names.enumerated() { table.add(name, Spread(values.map { $0[place] })) }
        show(
            table, "What random weights make of an even picture: 0 is even, 1 is nothing but pattern",
            predict: .choice(
                "Which way up is even with whatever weights?",
                [names[0], names[1], names[2]], answer: names[2]))
        record("ways-up/ripple-transposed-3", over: values.map { $0[0] })
        record("ways-up/ripple-copied", over: values.map { $0[2] })
    }

    func threeTimesUp() {
        // And in a row of three, where each pattern is enlarged by the next. The picture that goes in is even:
        var random = run.random
        let even = Tensor.ones(1, 8, 8, 8)
        let ways = [waysUp(using: &random), waysUp(using: &random), waysUp(using: &random)]
        let pictures = ways[0].indices.map { place -> Raster in
            let y = noGrad { ways.reduce(even) { $1[place].layers($0) } }[0, 0]
            let inner = y[8..<56, 8..<56]
            let largest = inner.abs().max().item
            // Grey is the mean.
            return Raster(inner - inner.mean(), range: -largest...largest)
        }
        show(
            ImageGrid(pictures, titles: ways[0].map(\.name), columns: 3, cellSize: 240),
            "An even picture, enlarged three times with random weights")
    }
}
