// # Two layers, cell by cell
//
// Section 13.8 · After this page you can follow a number of a second layer back, through nine others, to 49 pixels.

import Figures
import Layers
import Notebook
import Tensors

// The book has a spreadsheet for this, `conv-example.xlsx`: an image of a digit, two convolutions of stride 2 with one
// kernel each, and the command "trace precedents", which marks the cells that a cell has been computed from. Here,
// `tracedNet` computes the same cells. To keep them readable, its kernels are two edges that we know, and not learned:
// first top edges, then, in the map of top edges, left edges.

/// The maps of two convolutions with stride 2, padding 1 and a ReLU each: image [28, 28] → [14, 14] → [7, 7].
public struct TracedNet {
    public let image, first, second: Tensor
    public let kernels = [topEdge, leftEdge]

    public init(_ image: Tensor) {
        func layer(_ x: Tensor, _ kernel: Tensor) -> Tensor {
            x.reshaped([1, 1] + x.shape).conv2d(kernel.reshaped(1, 1, 3, 3), stride: 2, padding: 1).relu()[0, 0]
        }
        self.image = image
        first = layer(image, kernels[0])
        second = layer(first, kernels[1])
    }
}

// What a cell has been computed from are the nine numbers below its kernel, and the kernel. Outside the image there are
// zeros:

/// The nine numbers that a cell of the next layer has been computed from, with the weight of each: row by row.
public func terms(
    _ row: Int, _ column: Int, of below: Tensor, _ kernel: Tensor
) -> [(row: Int, column: Int, value: Float, weight: Float)] {
    precedents(of: row...row).enumerated().flatMap { i, r in
        precedents(of: column...column).enumerated().map { j, c in
            let isInside = (0..<below.shape[0]).contains(r) && (0..<below.shape[1]).contains(c)
            return (row: r, column: c, value: isInside ? below[r, c].item : 0, weight: kernel[i, j].item)
        }
    }
}

extension ConvolutionalNets {
    func twoLayersInCells() throws {
        // Here is the whole sheet, each kernel before the map that it makes. In the map of the second layer, the cell
        // with the largest number is marked (not counting those at the rim), and in image and first map all that it
        // depends on. The cell of the first map that adds most to it is marked in blue, with the pixels that it has
        // looked at:
        let (net, row, column) = try tracedCell
        let ink = Colour(grey: 130)
        let range = { (rows: ClosedRange<Int>) in rows.lowerBound..<rows.upperBound + 1 }
        let (rows, columns) = (precedents(of: row...row), precedents(of: column...column))
        let most = terms(row, column, of: net.first, net.kernels[1]).max {
            $0.value * $0.weight < $1.value * $1.weight
        }!
        let (r, c) = (most.row, most.column)
        let ofImage = NumberGrids.Outline(range(precedents(of: rows)), range(precedents(of: columns)), .vermilion)
        let ofOne = NumberGrids.Outline(range(precedents(of: r...r)), range(precedents(of: c...c)), .blue)
        show(
            NumberGrids(
                [
                    .init("image, 28 × 28", net.image, outlines: [ofImage, ofOne], dark: ink),
                    .init("kernel", net.kernels[0], decimals: 0, share: 0.25),
                    .init(
                        "first map, 14 × 14", net.first, decimals: 1,
                        outlines: [.init(range(rows), range(columns), .vermilion), .init(r..<r + 1, c..<c + 1, .blue)],
                        dark: ink),
                    .init("kernel", net.kernels[1], decimals: 0, share: 0.25),
                    .init(
                        "second map, 7 × 7", net.second, decimals: 1,
                        outlines: [.init(row..<row + 1, column..<column + 1, .vermilion)], dark: ink),
                ], title: "One cell, the 3 × 3 cells before it, and the 7 × 7 pixels before those"),
            "A cell of the second map and its precedents")
    }

    func oneCellTraced() throws {
        // The same in numbers. The cell is the sum of nine products (and then the ReLU, which changes nothing, since
        // the sum is positive):
        let (net, row, column) = try tracedCell
        let products = terms(row, column, of: net.first, net.kernels[1])
        var table = TextTable(["cell of the first map", "number", "weight", "product"], decimals: 3)
        for term in products {
            table.add("(\(term.row), \(term.column))", term.value, term.weight, term.value * term.weight)
        }
        let sum = products.reduce(0) { $0 + $1.value * $1.weight }
        table.add("sum", "", "", sum)
        show(table, "cell (\(row), \(column)) of the second map")
        show(abs(sum - net.second[row, column].item) < 1e-4, "it is the number that the layer has computed")

        // And one step further back, the one of those nine that adds most:
        let most = products.max { $0.value * $0.weight < $1.value * $1.weight }!
        let pixels = terms(most.row, most.column, of: net.image, net.kernels[0])
        var before = TextTable(["pixel", "number", "weight", "product"], decimals: 3)
        for term in pixels {
            before.add("(\(term.row), \(term.column))", term.value, term.weight, term.value * term.weight)
        }
        let score = pixels.reduce(0) { $0 + $1.value * $1.weight }
        before.add("sum", "", "", score)
        before.add("after the ReLU", "", "", max(score, 0))
        show(before, "cell (\(most.row), \(most.column)) of the first map")

        // Counting pixels twice, the cell has 81 of them behind it, nine for each of nine. How many different ones?
        let all = products.flatMap { term in
            terms(term.row, term.column, of: net.image, net.kernels[0]).map { [$0.row, $0.column] }
        }
        show(all.count, "pixels, counted by the cells between")
        show(
            Set(all).count, "different pixels",
            ask: "81 with repetitions. How many different pixels are behind the cell?")
    }

    // MARK: Helpers

    /// The first 3 among the validation images, and of its second map the cell with the largest number, not counting
    /// those at the rim.
    private var tracedCell: (net: TracedNet, row: Int, column: Int) {
        get throws {
            let net = TracedNet(try sampleValid.inputs[0, 0])
            let inner = net.second[1..<6, 1..<6].reshaped(-1).argmax(axis: 0).item
            return (net, 1 + inner / 5, 1 + inner % 5)
        }
    }
}
