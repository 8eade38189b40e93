// # Flat pictures
//
// Section 21.6 · After this page you can lay a picture out as a vector, say which pixel each of its elements is, and
// which elements are neighbours.

import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// The nets of chapter 4 took vectors: a row of numbers for each item. A colour picture is a block [3, 32, 32]. So it
// has to be laid flat first: the rows of the red channel end to end, then those of the green, then those of the blue.

extension BirdsAndAirplanes {
    func layPicturesFlat() throws {
        // Small enough to draw, a picture of 2 × 2 pixels. One of its pixels is marked, in all three channels:
        let names = ["red", "green", "blue"].map { name in
            (0..<2).map { row in (0..<2).map { column in "\(name.first!)\(row)\(column)" } }
        }
        let isMarked = { (row: Int, column: Int) in row == 1 && column == 0 }
        show(
            GridDiagram(
                "A picture of 2 × 2 pixels becomes a row of twelve numbers",
                [
                    [
                        .grid("red", names[0]) { isMarked($0, $1) ? .window : .plain },
                        .grid("green", names[1]) { isMarked($0, $1) ? .window : .plain },
                        .grid("blue", names[2]) { isMarked($0, $1) ? .window : .plain },
                    ],
                    [.grid("flat", [names.flatMap { $0.flatMap(\.self) }]) { $1 % 4 == 2 ? .window : .plain }],
                ], key: [(.window, "one pixel: row 1, column 0")]),
            "How a picture is laid flat")

        // For a real one, `flattened` does it (the book's `view(-1)`):
        let (x, _) = try trainPictures[0]
        let flat = x.flattened()
        show(
            flat.count, "numbers in a flat picture \(flat.shape)",
            ask: "How many numbers does a flat picture of [3, 32, 32] have?")
        record("flat/features", flat.count, book: 3072, on: pairOrigin)
        show("\(x.strides) becomes \(flat.strides)", "strides: nothing is moved, the same memory is read in one go")
    }
}

// Where does a pixel go? Before it come all channels before its own, and in its own channel all rows before its own.
// That is the same arithmetic that finds a number in memory:

/// The number of the element that this pixel becomes, when a picture [channels, height, width] is laid flat.
public func elementNumber(channel: Int, row: Int, column: Int, height: Int = 32, width: Int = 32) -> Int {
    (channel * height + row) * width + column
}

extension BirdsAndAirplanes {
    func whichPixelIsIt() {
        // And which pixel is element 176? The tensor itself can tell. Put a single 1 there, and stand the vector up
        // again. `nonzero` lists the places that are not 0, as channel, row, column:
        func place(of element: Int) -> [Int] {
            var flat = Tensor.zeros(3 * 32 * 32)
            flat[element] = Tensor(1)
            return flat.reshaped(3, 32, 32).nonzero().scalars
        }
        show(
            place(of: 176), "element 176 is channel, row, column",
            predict: .numbers("Element 176 of a flat [3, 32, 32]: which channel, row and column?", place(of: 176)))
        record("flat/row-of-element-176", place(of: 176)[1], book: 5)
        record("flat/column-of-element-176", place(of: 176)[2], book: 16)
        show(place(of: 208), "and element 208")
        record("flat/row-of-element-208", place(of: 208)[1], book: 6)
        record("flat/column-of-element-208", place(of: 208)[2], book: 16)
        show(elementNumber(channel: 0, row: 6, column: 16), "by the formula: element of row 6, column 16 in red")

        // One is right below the other in the picture. In the vector, 32 elements lie between them. So each pixel has
        // neighbours near and far:
        let here = elementNumber(channel: 0, row: 5, column: 16)
        var table = TextTable(["from row 5, column 16, in red", "element", "how far away in the vector"])
        for (name, channel, row, column) in [
            ("itself", 0, 5, 16), ("the next pixel to the right", 0, 5, 17), ("the pixel below", 0, 6, 16),
            ("the same pixel in green", 1, 5, 16), ("the same pixel in blue", 2, 5, 16),
        ] {
            let there = elementNumber(channel: channel, row: row, column: column)
            table.add(name, there, there - here)
        }
        show(
            table, "Neighbours, and how far apart they are once the picture is flat",
            predict: .count(
                "The green of a pixel: how many elements behind its red does it lie?",
                elementNumber(channel: 1, row: 5, column: 16) - here))

        // To us, these are five numbers about one spot of a picture. A vector has no spots. That elements 176 and 208
        // have anything to do with each other is nowhere written.
    }
}
