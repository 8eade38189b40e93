// # What a kernel asks
//
// Section 13.1 · After this page you can read a kernel as a question about its window, and turn it into three others.

import Figures
import Notebook
import Tensors

// Call the nine pixels of a window a₁ to a₉, row by row. The kernel `topEdge` of the page before, with −1 in its upper
// row, 0 in the middle and +1 below, gives
//
//     −a₁ − a₂ − a₃ + a₇ + a₈ + a₉
//
// It is large where there is more ink in the lower row than in the upper one, and it is 0 where both have the same. The
// nine products and their sum are one step that will be taken again and again. So it becomes a function, `applyKernel`,
// which is told the middle of the window. A place at the border has no full window around it. The function refuses it,
// by throwing an error, a `NoFullWindow`, that says so:

/// There is no full window around a place.
public struct NoFullWindow: Error, Equatable, CustomStringConvertible {
    public let row: Int, column: Int
    public let shape: [Int]

    public var description: String {
        "no 3 × 3 window around row \(row), column \(column) of \(shape): it would reach over the border"
    }
}

/// The sum of the 3 × 3 pixels around a place, each times the weight that lies on it: image [h, w], kernel [3, 3]. (The
/// book's `apply_kernel`.)
public func applyKernel(_ kernel: Tensor, to image: Tensor, row: Int, column: Int) throws -> Float {
    // Without this line, a kernel of another size would be broadcast, and would give a number that means nothing.
    require(
        image.rank == 2 && kernel.shape == [3, 3], "applyKernel of \(kernel.shape) to \(image.shape)",
        "the kernel has to be [3, 3], and the image [rows, columns]")
    let (height, width) = (image.shape[0], image.shape[1])
    guard (1..<max(1, height - 1)).contains(row), (1..<max(1, width - 1)).contains(column) else {
        throw NoFullWindow(row: row, column: column, shape: image.shape)
    }
    return (image[(row - 1)...(row + 1), (column - 1)...(column + 1)] * kernel).sum().item
}

extension ConvolutionalNets {
    func applyingAKernel() throws {
        let (image, place) = (try three, try placeAtTop)
        record(
            "apply-kernel/at-the-top", try applyKernel(topEdge, to: image, row: place.row, column: place.column),
            book: 762, on: sampleSource)

        // The same number as on the page before. And at the corner:
        do {
            _ = try applyKernel(topEdge, to: image, row: 0, column: 0)
        } catch let error as NoFullWindow {
            show("\(error)", "what the corner gives")
        }
    }

    func signsInTheBook() throws {
        // At this point, the published book prints a formula with all signs the other way round, a₁ + a₂ + a₃ − a₇ − a₈
        // − a₉, and says that it is large where the upper row is larger. That is a slip: for the kernel that it has
        // just printed, it is the opposite. Put both to the test, at the top of the stroke:
        let (image, place) = (try three, try placeAtTop)
        let ours = try applyKernel(topEdge, to: image, row: place.row, column: place.column)
        show(
            try applyKernel(-topEdge, to: image, row: place.row, column: place.column),
            "what the formula in the book gives at the same place",
            predict: .change(
                "All signs of the kernel are reversed. Is its answer smaller, the same or larger?", from: ours,
                to: -ours))

        // Where does the slip come from? In these images 0 is white paper and 255 is ink. A picture in which large
        // numbers are *bright* has it the other way round: what is dark above and bright below there is what we call
        // light above and dark below. When you read about kernels, ask first which end is bright.
    }

    func fourEdges() throws {
        // Exchange the rows of +1 and −1, and the kernel finds bottom edges, where it is dark above and empty below.
        // Lay the two rows upright, and it finds left and right edges. Here are the four of them, and what they say to
        // five small windows. (−topEdge has all signs reversed; `transposed` makes rows of columns.)
        let kernels = [
            ("top", topEdge), ("bottom", -topEdge), ("left", topEdge.transposed()), ("right", -topEdge.transposed()),
        ]
        let windows: [(String, Tensor)] = [
            ("ink below", Tensor([[0, 0, 0], [0, 0, 0], [1, 1, 1]])),
            ("ink above", Tensor([[1, 1, 1], [0, 0, 0], [0, 0, 0]])),
            ("ink on the right", Tensor([[0, 0, 1], [0, 0, 1], [0, 0, 1]])),
            ("ink below on the right", Tensor([[0, 0, 0], [0, 0, 1], [0, 1, 1]])),
            ("ink everywhere", Tensor([[1, 1, 1], [1, 1, 1], [1, 1, 1]])),
        ]
        var table = TextTable(["window"] + kernels.map { "\($0.0) edge" }, decimals: 0)
        for (name, window) in windows {
            let answers: [any TableCell] = try kernels.map { try applyKernel($0.1, to: window, row: 1, column: 1) }
            table.rows.append([name] + answers)
        }
        show(
            table, "What four kernels say to five windows",
            predict: .count(
                "All nine pixels are ink, of value 1. What does any of the four kernels give?",
                Int(try applyKernel(topEdge, to: .ones(3, 3), row: 1, column: 1))))

        // A window in one shade gives 0, whatever the shade is: the weights add up to 0. So a kernel like this asks for
        // differences only. Make the whole image darker by 100, and no answer changes:
        let (image, place) = (try three, try placeAtTop)
        let (before, after) = (
            try applyKernel(topEdge, to: image, row: place.row, column: place.column),
            try applyKernel(topEdge, to: image + 100, row: place.row, column: place.column)
        )
        show(
            "\(before) before, \(after) after", "the answer at the top of the stroke",
            predict: .change("Every pixel gets 100 added. What happens to the answer?", from: before, to: after))
    }
}
