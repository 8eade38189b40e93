// The drawings of sections 13.1 to 13.5: where a kernel is, what it multiplies, and what comes out.

import Common
import Figures
import Tensors

/// A number without needless digits: 18, −29, 0.5.
func plain(_ number: Float) -> String {
    number == number.rounded() && abs(number) < 1e7 ? fixed(number, 0) : fixed(number, 2)
}

/// The numbers of a matrix as texts.
func texts(_ matrix: Tensor) -> [[String]] {
    (0..<matrix.shape[0]).map { matrix[$0].scalars.map(plain) }
}

/// A 3 × 3 window of an image in its surroundings of up to 7 × 7, the kernel, and the sum of their products. (The
/// book's figure 13-1.)
func windowDiagram(_ image: Tensor, _ row: Int, _ column: Int, _ kernel: Tensor, title: String) -> GridDiagram {
    let top = max(0, min(row - 3, image.shape[0] - 7))
    let left = max(0, min(column - 3, image.shape[1] - 7))
    let part = image[top..<min(top + 7, image.shape[0]), left..<min(left + 7, image.shape[1])]
    let products = image[(row - 1)...(row + 1), (column - 1)...(column + 1)] * kernel
    return GridDiagram(
        title,
        [
            [
                .grid("pixels", texts(part)) { r, c in
                    abs(top + r - row) <= 1 && abs(left + c - column) <= 1 ? .window : .plain
                },
                .sign("·"), .grid("kernel", texts(kernel)) { _, _ in .weight }, .sign("="),
                .grid("products", texts(products)), .sign("→"),
                .grid("sum", [[plain(products.sum().item)]]) { _, _ in .result },
            ]
        ], key: [(.window, "under the kernel"), (.weight, "weight"), (.result, "result")])
}

/// A kernel at a few places of an image with its margin: for each place the image, and which pixel of the output it
/// gives. The image's cells are empty: only where they are matters. The margin is zeros.
struct KernelPlaces {
    let input: Size2D, kernel: Size2D
    var stride = 1, padding = 0

    var output: Size2D {
        Size2D(
            (input.height + 2 * padding - kernel.height) / stride + 1,
            (input.width + 2 * padding - kernel.width) / stride + 1)
    }

    /// - Parameter places: rows and columns of the output.
    func diagram(_ title: String, _ places: [(row: Int, column: Int)]) -> GridDiagram {
        let inputs: [GridDiagram.Part] = places.map { place in
            let cells = (0..<input.height + 2 * padding).map { row in
                (0..<input.width + 2 * padding).map { isImage(row, $0) ? "" : "0" }
            }
            return .grid("kernel at \(place.row), \(place.column)", cells) { inputMark($0, $1, at: place) }
        }
        let outputs: [GridDiagram.Part] = places.map { place in
            let blank = (0..<output.height).map { _ in Array(repeating: "", count: output.width) }
            return .grid("output \(output)", blank) { (row, column) in
                (row, column) == (place.row, place.column) ? .result : .plain
            }
        }
        let margin: [(GridDiagram.Mark, String)] = padding > 0 ? [(.margin, "padding")] : []
        return GridDiagram(
            title, [inputs, outputs], key: [(.window, "under the kernel")] + margin + [(.result, "what it gives")])
    }

    private func inputMark(_ row: Int, _ column: Int, at place: (row: Int, column: Int)) -> GridDiagram.Mark {
        let (down, across) = (row - place.row * stride, column - place.column * stride)
        if (0..<kernel.height).contains(down), (0..<kernel.width).contains(across) { return .window }
        return isImage(row, column) ? .plain : .margin
    }

    private func isImage(_ row: Int, _ column: Int) -> Bool {
        (padding..<padding + input.height).contains(row) && (padding..<padding + input.width).contains(column)
    }
}
