// The drawings of section 13.5: applications, equations and matrix of the smallest convolution, in letters.

import Figures

/// The image once for each result, with the pixels under the kernel. (The book's figure 13-7.)
var applicationsDiagram: GridDiagram {
    let images: [GridDiagram.Part] = (0..<4).map { place in
        .grid("\(resultLetters[place])", pixelLetters) { row, column in
            (0...1).contains(row - place / 2) && (0...1).contains(column - place % 2) ? .window : .plain
        }
    }
    let results = [[resultLetters[0], resultLetters[1]], [resultLetters[2], resultLetters[3]]]
    return GridDiagram(
        "Four applications of one kernel",
        [
            images,
            [
                .grid("kernel", kernelLetters) { _, _ in .weight }, .grid("bias", [["b"]]) { _, _ in .weight },
                .sign("→"), .grid("results", results) { _, _ in .result },
            ],
        ], key: [(.window, "under the kernel"), (.weight, "learned"), (.result, "result")])
}

/// The four equations, one below the other. (The book's figure 13-8.)
var equationsDiagram: GridDiagram {
    let lines = resultLetters.enumerated().map { place, result in
        let terms: [GridDiagram.Part] = (0..<4).flatMap { tap -> [GridDiagram.Part] in
            let pixel = pixelLetters[place / 2 + tap / 2][place % 2 + tap % 2]
            let term = [[kernelLetters[tap / 2][tap % 2], pixel]]
            return [.grid("", term) { _, column in column == 0 ? .weight : .window }, .sign("+")]
        }
        return [.grid("", [[result]]) { _, _ in .result }, .sign("=")] + terms
            + [.grid("", [["b"]]) { _, _ in .weight }]
    }
    return GridDiagram(
        "In every equation the same weights, with other pixels", lines,
        key: [(.result, "result"), (.weight, "learned"), (.window, "pixel")])
}

/// The matrix times the pixels, plus the bias. (The book's figure 13-9.)
func matrixDiagram(_ matrix: [[String]]) -> GridDiagram {
    GridDiagram(
        "A convolution is a product with a matrix",
        [
            [
                .grid("matrix", matrix) { row, column in matrix[row][column] == "0" ? .faint : .weight },
                .sign("·"), .grid("pixels", pixelLetters.flatMap { $0.map { [$0] } }), .sign("+"),
                .grid("bias", resultLetters.map { _ in ["b"] }) { _, _ in .weight }, .sign("="),
                .grid("results", resultLetters.map { [$0] }) { _, _ in .result },
            ]
        ], key: [(.weight, "shared weights"), (.faint, "zeros that stay"), (.result, "results")])
}
