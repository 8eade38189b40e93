// # Mapping a convolution kernel
//
// Section 13.2 · After this page you can take a kernel to every place of an image, and read the map that comes out.

import Figures
import Notebook
import Tensors

// One place says little. The kernel can be put on the next one, and the next, along the first row:

extension ConvolutionalNets {
    func alongTheFirstRow() {
        show(
            KernelPlaces(input: 5, kernel: 3).diagram(
                "A kernel moves along the first row", [(0, 0), (0, 1), (0, 2)]),
            "An image of 5 × 5 pixels: the first three places of a kernel of 3 × 3, and the results they give")
    }

    func coordinates() {
        // So what is needed is a list of all places, row by row, column by column. Python writes that as a nested list
        // comprehension, `[[(i,j) for j in range(1,5)] for i in range(1,5)]`. If you are not used to them, this is the
        // time to learn: they are everywhere. Swift nests `map`. The outer one makes the rows, the inner one what is in
        // a row:
        let pairs = (1..<5).map { row in (1..<5).map { column in "(\(row), \(column))" } }
        for line in pairs { show(line.joined(separator: " ")) }
        record(
            "coordinates/pairs", pairs.joined().count, book: 16,
            ask: "Rows from 1 up to, but not including, 5, and the same for columns: how many pairs are there?")

        // These are the middles of 16 windows. An image that has just these places has one more row and column on each
        // side: 6 × 6 pixels. (The image of 5 × 5 in the drawing has middles from 1 to 3, nine of them.)
    }
}

// Now the same with `applyKernel` of section 13.1 in the place of the pair. An image of 28 rows has middles from 1 to
// 26. `topEdgeMap` is the map of the three for the kernel of top edges:

/// What a 3 × 3 kernel gives at every place of an image: [h, w] → [h - 2, w - 2].
public func edgeMap(_ kernel: Tensor, of image: Tensor) throws -> Tensor {
    require(image.rank == 2, "edgeMap of \(image.shape)", "the image has to be [rows, columns]")
    let (height, width) = (image.shape[0], image.shape[1])
    return Tensor(
        try (1..<max(1, height - 1)).map { row in
            try (1..<max(1, width - 1)).map { try applyKernel(kernel, to: image, row: row, column: $0) }
        })
}

extension ConvolutionalNets {
    /// What the kernel of top edges gives for the three [26, 26]. (The book's `top_edge3`.)
    var topEdgeMap: Tensor { get throws { try run.once { try edgeMap(topEdge, of: try three) } } }
}

// A map has numbers below zero as well. `drawn` draws it as the book does, in greys: the lowest number is white and the
// highest is black. Ours makes sure that 0 has the grey in the middle, by letting the scale reach as far down as up:

extension ConvolutionalNets {
    /// A map in greys: black for what a kernel looks for, white for its opposite, grey in the middle for neither.
    func drawn(_ maps: [(title: String, map: Tensor)]) -> ImageGrid {
        let reach = maps.map { $0.map.abs().max().item }.max()!
        return ImageGrid(
            maps.map { Raster($0.map, range: -reach...reach, colours: .ink) }, titles: maps.map(\.title),
            scale: ColourScale(-reach...reach, .ink))
    }

    func mapOfTopEdges() throws {
        let map = try topEdgeMap
        record(
            "edge-map/rows", map.shape[0], book: 26, on: sampleSource,
            ask: "The image has 28 rows. How many rows has the map of a 3 × 3 kernel?")
        show(
            drawn([("top edges", map)]),
            "Where strokes begin, from above, the map is black; where they end, it is white; grey is 0")

        // Every horizontal stroke of the three appears twice, black at its top and white at its bottom: a bottom edge
        // is the opposite of a top edge. Inside of a stroke, and on the paper, nothing changes from row to row, and the
        // map is grey. Where a stroke goes upright, the kernel sees nothing of it.
        //
        // How much black is there in the map, and how much white? Add up each of its columns:
        let sums = map.sum(axis: 0)
        show(
            sums.abs().max().item, "the largest sum of any column",
            predict: .choice(
                "One column of the map has numbers for all edges from top to bottom. What is their sum?",
                ["0 in every column", "large where there is much ink", "large at the sides"],
                answer: try answerForColumns(sums)))

        // A stroke that begins must end, so black and white balance. In numbers: each number of the map is a row minus
        // the row two above it. In the sum, every row comes once with a plus and
        // once with a minus, but for the first two and the last two of the image. If these are blank, nothing is left.
    }

    // MARK: Helpers

    /// The sums are 0 if the image's border is blank; a reader's own images may have ink there.
    private func answerForColumns(_ sums: Tensor) throws -> String {
        if sums.abs().max().item == 0 { return "0 in every column" }
        let ink = try three.sum(axis: 0)[1..<27]
        return ink.argmax(axis: 0).item == sums.argmax(axis: 0).item
            ? "large where there is much ink" : "large at the sides"
    }
}
