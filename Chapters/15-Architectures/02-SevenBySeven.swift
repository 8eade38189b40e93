// # Back from 7 × 7
//
// Section 15.2 · After this page you can say what a net for masks has to get back, and why its body has lost it.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// In *segmentation* a net says of each pixel what it shows: road, car, sky. What comes out is a picture again, as high
// and wide as what went in, with a number for each class in every pixel. Other tasks have the same form: a sharp
// picture from a coarse one (super-resolution), a coloured one from a grey one (colorization), a painting from a photo
// (style transfer). The book calls nets for them generative vision models.
//
// The beginning is the same as for breeds of pets: take a net that has learned from many photos, and cut off its head.
// But the new head has a long way to go. Here is what a ResNet-34 makes of a photo of 224 × 224 pixels. (For the sizes
// it does not matter that this one has learned nothing. There are no weights of a ResNet-34 here.)

extension Architectures {
    func sizesOfABody() throws {
        var random = run.random
        let side = run.size(quick: 64, usual: 224)
        let layers = Architecture.resNet34.body(using: &random).layers
        layers.eval()
        var value = Tensor.zeros(1, 3, side, side)
        var table = TextTable(["after", "maps", "height × width", "one cell stands for"])
        table.add("(the photo)", 3, "\(side) × \(side)", "1 × 1 pixels")
        for (place, layer) in layers.layers.enumerated() {
            let before = value.shape[3]
            value = noGrad { layer(value) }
            if value.shape[3] < before {
                let cell = side / value.shape[3]
                table.add(
                    "layer \(place), \(type(of: layer))", value.shape[1], "\(value.shape[2]) × \(value.shape[3])",
                    "\(cell) × \(cell) pixels")
            }
        }
        show(
            table, "Where the body of a ResNet-34 makes its maps smaller",
            predict: .count(
                "A photo of \(side) × \(side) is halved five times. How many cells wide are the last maps?",
                value.shape[3]))
    }
}

// Five times the maps are halved, and a cell of the last one stands for 32 × 32 pixels. How much is lost with that?
// Suppose that a net knew the last maps' cells perfectly: for each cell, the class of most of its pixels. `majorities`
// makes that out of the true mask, and repeats it for all pixels of the cell.

/// The mask in cells of `side` × `side` pixels, each of which has the class of most of its pixels.
func majorities(_ mask: Mask, cell side: Int) -> Mask {
    var codes = mask.codes
    for top in stride(from: 0, to: mask.height, by: side) {
        for left in stride(from: 0, to: mask.width, by: side) {
            let rows = top..<min(top + side, mask.height), columns = left..<min(left + side, mask.width)
            let places = rows.flatMap { row in columns.map { row * mask.width + $0 } }
            let counts = Dictionary(grouping: places) { mask.codes[$0] }.mapValues(\.count)
            // Of equally frequent classes, the one with the lowest code.
            let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
            for place in places { codes[place] = most }
        }
    }
    return Mask(height: mask.height, width: mask.width, codes: codes)
}

extension Architectures {
    func perfectCells() throws {
        let (masks, block) = (try judgedStreets.masks, try maskBlock)
        let cells = [1, 2, 4, 8, 16, 32].filter { $0 <= masks[0].width }
        let counts = cells.map { cell in
            var counts = PixelCounts(classes: block.outputs, void: block.void)
            for mask in masks { counts.add(Mask.collate([majorities(mask, cell: cell)]), Mask.collate([mask])) }
            return counts
        }
        var table = TextTable(["cells of", "pixels that are right", "mean IoU"], decimals: 3)
        for (cell, its) in zip(cells, counts) {
            table.add("\(cell) × \(cell) pixels", its.accuracy, its.meanIntersectionOverUnion)
        }
        show(
            table, "Perfect answers in cells, on \(streetName)",
            predict: .change(
                "Each cell has the right class. When cells grow, the share of pixels that are right …",
                from: counts[0].accuracy, to: counts.last!.accuracy))
        show(
            Chart(
                "What perfect cells are worth", x: "pixels in a cell's side", y: "share", yLimits: 0...1,
                xScale: .logarithmic
            ) {
                Line(cells, counts.map(\.accuracy), "pixels that are right", colour: .blue)
                Line(cells, counts.map(\.meanIntersectionOverUnion), "mean IoU", colour: .vermilion)
                Points(cells, counts.map(\.accuracy), colour: .blue)
                Points(cells, counts.map(\.meanIntersectionOverUnion), colour: .vermilion)
            }, "Perfect answers in cells of 1 to \(cells.last!) pixels")
        record("masks/pixels-right-with-perfect-cells", counts.last!.accuracy)
        record("masks/mean-iou-with-perfect-cells", counts.last!.meanIntersectionOverUnion)

        // *IoU* is short for intersection over union. The page "How good is a mask?" explains it; for now, 1 is a
        // perfect mask, and classes with few pixels count as much as those with many. What is thin goes first: a pole
        // in front of a house is in every cell outnumbered by the house.
        let place = try judgedStreets.colourful(1)[0]
        let (mask, picture) = (masks[place], try judgedStreets.pictures[place].raster)
        show(
            ImageGrid(
                [picture] + [1, 4, 16].map { block.drawn(majorities(mask, cell: $0), on: picture, isPrediction: true) }
                    + [block.legend],
                titles: ["picture", "its mask", "cells of 4 × 4", "cells of 16 × 16", "classes"], columns: 5,
                cellSize: 220), "A mask, and what is left of it in cells")
    }

    func numbersInACell() {
        // The book says that 7 × 7 cells hold too little information for 224 × 224 pixels. One may object that a cell
        // is not one number: a ResNet-34 has 512 maps, so its last maps hold
        show(
            7 * 7 * 512, "numbers in the last maps",
            ask: "How many numbers are 512 maps of 7 × 7 cells?")
        // and that is half of the picture's pixels. In principle the outline of a pole could be in there. But nobody
        // ever asked the body to keep it. It has learned to say *what* is on a photo, wherever it is, and a net that
        // answers the same for a dog at the left and at the right had better forget where the dog was. So the question
        // for the rest of this section is where to get the places from. First, though, how to make maps larger at all.
    }
}
