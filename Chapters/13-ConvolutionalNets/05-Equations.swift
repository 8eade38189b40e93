// # Understanding the convolution equations
//
// Section 13.5 · After this page you can write a convolution as equations, and the equations as a matrix.

import Figures
import Notebook
import Tensors

// A convolution can be drawn, as a kernel that slides over an image. It can also be written down as equations, and as a
// product with a matrix. The idea for this section is Matt Kleinsmith's, then a student of the book's authors' course
// ("CNNs from different viewpoints"). He takes the smallest case that shows everything: an image of 3 × 3 pixels, which
// are called by letters (without I, which looks like a 1), and a kernel of 2 × 2, whose weights are called α, β, γ and
// δ. There is a bias, too, called b:

/// The nine pixels of the example.
let pixelLetters = [["A", "B", "C"], ["D", "E", "F"], ["G", "H", "J"]]

// `kernelLetters` are its weights, and `resultLetters` the names of the results:

/// The four weights of the example.
let kernelLetters = [["α", "β"], ["γ", "δ"]]

/// What the kernel gives at its four places.
let resultLetters = ["P", "Q", "R", "S"]

extension ConvolutionalNets {
    func fourApplications() {
        // The kernel fits into the image four times:
        show(
            applicationsDiagram,
            "Which pixels each result sees",
            predict: .choice(
                "Which pixels are under the kernel when it gives S, the result at the lower right?",
                ["A B D E", "E F H J", "D E G H"], answer: "E F H J"))
    }
}

// Each application is an equation: the weights times the pixels on which they lie, plus the bias. The bias is the same
// at every place. It belongs to the kernel, like the weights. Let the computer write them. The kernel is at the places
// of section 13.2, row by row; a place's terms are its weights, row by row, each with its pixel.
// `placesInLetters` counts the places, and `convolutionEquations` writes:

/// How many places a kernel has, from top to bottom and from left to right; none if it is larger than the image.
private func placesInLetters(_ height: Int, _ width: Int, _ kernel: [[String]]) -> (down: Int, across: Int) {
    require(!kernel.isEmpty && !kernel[0].isEmpty, "a kernel in letters", "it has to have at least one weight")
    let (down, across) = (height - kernel.count + 1, width - kernel[0].count + 1)
    return down > 0 && across > 0 ? (down, across) : (0, 0)
}

/// The equation of each place of a kernel: P = αA + βB + γD + δE + b.
public func convolutionEquations(
    pixels: [[String]], kernel: [[String]], results: [String], bias: String = "b"
) -> [String] {
    let (down, across) = placesInLetters(pixels.count, pixels.first?.count ?? 0, kernel)
    require(
        results.count == down * across, "convolutionEquations for \(results.count) results",
        "the kernel has \(down * across) places")
    return results.enumerated().map { place, result in
        let (top, left) = (place / across, place % across)
        let terms = kernel.indices.flatMap { r in
            kernel[r].indices.map { c in kernel[r][c] + pixels[top + r][left + c] }
        }
        return "\(result) = " + (terms + [bias]).joined(separator: " + ")
    }
}

extension ConvolutionalNets {
    func fourEquations() {
        for line in convolutionEquations(pixels: pixelLetters, kernel: kernelLetters, results: resultLetters) {
            show(line)
        }

        // In colours, each weight beside the pixel that it is multiplied by:
        show(
            equationsDiagram,
            "Read down a column: one weight, four pixels",
            predict: .count("How many different numbers are learned in these four equations?", 4 + 1))

        // Four equations with the same four weights. Equations like these are a matrix times a vector. Lay out the nine
        // pixels as a column, and give each equation a row of nine numbers. Where a pixel does not occur in an
        // equation, the number is 0.
    }
}

// So each row of the matrix begins as nine zeros, and the weights are put where their pixels are. Pixel (row, column)
// of an image is number row · width + column:

/// The matrix of a convolution in symbols: a row for each place, a column for each pixel; "0" where no weight meets it.
public func symbolicMatrix(kernel: [[String]], height: Int, width: Int) -> [[String]] {
    let (down, across) = placesInLetters(height, width, kernel)
    return (0..<down * across).map { place in
        var row = Array(repeating: "0", count: height * width)
        for (r, weights) in kernel.enumerated() {
            for (c, weight) in weights.enumerated() {
                row[(place / across + r) * width + place % across + c] = weight
            }
        }
        return row
    }
}

extension ConvolutionalNets {
    func theMatrix() {
        let matrix = symbolicMatrix(kernel: kernelLetters, height: 3, width: 3)
        show(
            matrixDiagram(matrix),
            "4 × 9 numbers: four different weights, four times each, and twenty zeros",
            predict: .count(
                "The matrix has 4 × 9 numbers. How many of them are zeros?", matrix.joined().count { $0 == "0" }))
        record("matrix/rows", matrix.count, book: 4)
        record("matrix/columns", matrix[0].count, book: 9)

        // So a convolution is a matrix product of a special kind. Two things are special about its matrix:
        //
        // 1. Most of its numbers are 0, and stay 0 whatever happens: the kernel at that place cannot reach that pixel.
        // They are no weights, and are not trained.
        // 2. The others are *tied*. All α are one weight, and stay equal.
        //
        // A linear layer from nine pixels to four results would have 36 weights that are free to be anything, and four
        // biases. The convolution has four weights and one bias.
    }
}
